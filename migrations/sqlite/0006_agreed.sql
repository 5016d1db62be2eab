CREATE TABLE `agreed_action` (
	`team_id` text NOT NULL,
	`id` text NOT NULL,
	`unit` text NOT NULL,
	`quarter` text NOT NULL,
	`what` text NOT NULL,
	`who` text NOT NULL,
	`due` text NOT NULL,
	`logged_by` text NOT NULL,
	`logged_at` integer NOT NULL,
	`done_at` integer,
	`reminded_at` integer,
	PRIMARY KEY(`team_id`, `id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `agreed_unit` ON `agreed_action` (`team_id`,`unit`,`due`);--> statement-breakpoint
CREATE INDEX `agreed_due` ON `agreed_action` (`team_id`,`due`) WHERE done_at is null and reminded_at is null;