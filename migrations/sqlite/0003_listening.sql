CREATE TABLE `channel_listening` (
	`team_id` text NOT NULL,
	`channel` text NOT NULL,
	`mode` text NOT NULL,
	`changed_by` text,
	`since` integer,
	PRIMARY KEY(`team_id`, `channel`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `nudge` (
	`team_id` text NOT NULL,
	`channel` text NOT NULL,
	`ts` text NOT NULL,
	`thread_ts` text,
	`author` text NOT NULL,
	`heard_at` integer NOT NULL,
	`stage` text NOT NULL,
	`tools` text NOT NULL,
	`tool_kind` text,
	`surface` text NOT NULL,
	`answer` text,
	`answered_at` integer,
	`is_gone` integer NOT NULL,
	PRIMARY KEY(`team_id`, `channel`, `ts`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `nudge_author` ON `nudge` (`team_id`,`author`,`heard_at`);--> statement-breakpoint
CREATE INDEX `nudge_channel` ON `nudge` (`team_id`,`channel`,`heard_at`);--> statement-breakpoint
CREATE INDEX `nudge_answered` ON `nudge` (`team_id`,`channel`,`answered_at`) WHERE answered_at is not null;--> statement-breakpoint
CREATE INDEX `nudge_thread` ON `nudge` (`team_id`,`channel`,`thread_ts`) WHERE thread_ts is not null;