CREATE TABLE `digest_run` (
	`team_id` text NOT NULL,
	`reader` text NOT NULL,
	`last_week` text NOT NULL,
	`next_at` integer NOT NULL,
	`had_one` integer NOT NULL,
	`zone` text,
	`zone_at` integer,
	PRIMARY KEY(`team_id`, `reader`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `digest_run_next` ON `digest_run` (`team_id`,`next_at`);--> statement-breakpoint
DROP INDEX `outbox_due`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `bulk` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`bulk`,`due_at`) WHERE due_at is not null;--> statement-breakpoint
ALTER TABLE `fact` ADD `tool` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `fact` ADD `runs_out` text;--> statement-breakpoint
ALTER TABLE `fact` ADD `runs_out_on` text;--> statement-breakpoint
-- Requests from before, as src/domain/fact.ts tells them.
UPDATE `fact` SET
	`tool` = json_extract(`request`.`body`, '$.intake.tool'),
	`runs_out` = CASE
		WHEN `state` = 'withdrawn' THEN NULL
		WHEN json_extract(`request`.`body`, '$.intake.paidUntil') IS NOT NULL THEN 'renewal'
		WHEN `ending` = 'pilot' THEN 'pilot'
	END
FROM `request` WHERE `request`.`team_id` = `fact`.`team_id` AND `request`.`id` = `fact`.`request_id`;
--> statement-breakpoint
UPDATE `fact` SET `runs_out_on` = CASE `runs_out`
	WHEN 'renewal' THEN json_extract(`request`.`body`, '$.intake.paidUntil')
	ELSE (
		SELECT min(json_extract(`seat`.`value`, '$.verdict.terms.endsOn'))
		FROM json_each(`request`.`body`, '$.seats') AS `seat`
		WHERE json_extract(`seat`.`value`, '$.verdict.terms.kind') = 'pilot'
	)
END
FROM `request`
WHERE `request`.`team_id` = `fact`.`team_id` AND `request`.`id` = `fact`.`request_id` AND `runs_out` IS NOT NULL;
--> statement-breakpoint
UPDATE `fact` SET `runs_out` = NULL WHERE `runs_out_on` IS NULL;
--> statement-breakpoint
CREATE INDEX `fact_runs_out` ON `fact` (`team_id`,`runs_out_on`) WHERE runs_out_on is not null;--> statement-breakpoint
CREATE INDEX `fact_bought` ON `fact` (`team_id`,`ended_at`,`unit`,`tool`,`cost_minor`,`cost_currency`) WHERE ending in ('approved', 'approved_with_conditions') and restricted = 0;--> statement-breakpoint
ALTER TABLE `installation` ADD `charts_refused_at` integer;