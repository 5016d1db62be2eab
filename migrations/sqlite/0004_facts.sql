CREATE TABLE `fact` (
	`team_id` text NOT NULL,
	`request_id` text NOT NULL,
	`unit` text NOT NULL,
	`restricted` integer NOT NULL,
	`stage` text NOT NULL,
	`funding` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`responded_at` integer,
	`response_ms` integer,
	`response_promised_ms` integer,
	`ending` text,
	`ended_at` integer,
	`decision_ms` integer,
	`decision_promised_ms` integer,
	`cost_minor` integer,
	`cost_currency` text,
	PRIMARY KEY(`team_id`, `request_id`),
	FOREIGN KEY (`team_id`,`request_id`) REFERENCES `request`(`team_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fact_unit` ON `fact` (`team_id`,`unit`,`ended_at`);--> statement-breakpoint
CREATE INDEX `fact_ended` ON `fact` (`team_id`,`ended_at`,`submitted_at`,`unit`,`restricted`,`stage`,`funding`,`ending`,`cost_minor`,`cost_currency`,`decision_ms`,`decision_promised_ms`,`responded_at`,`response_ms`,`response_promised_ms`);--> statement-breakpoint
-- Requests from before: how long their answers took was not kept. Their cost counts where it needs no rate.
INSERT INTO `fact` (
	`team_id`, `request_id`, `unit`, `restricted`, `stage`, `funding`, `submitted_at`, `responded_at`,
	`ending`, `ended_at`, `cost_minor`, `cost_currency`
)
SELECT
	`team_id`, `id`, `unit`, json_extract(`body`, '$.intake.restricted'), json_extract(`body`, '$.intake.stage'),
	json_extract(`body`, '$.intake.funding'), `submitted_at`, json_extract(`body`, '$.firstResponse.at'),
	CASE WHEN `closed_at` IS NULL THEN NULL ELSE coalesce(json_extract(`body`, '$.progress.decision'), `state`) END,
	`closed_at`,
	CASE `state` WHEN 'decided' THEN json_extract(`body`, '$.intake.yearlyCost.minor') END,
	CASE `state` WHEN 'decided' THEN json_extract(`body`, '$.intake.yearlyCost.currency') END
FROM `request`;
