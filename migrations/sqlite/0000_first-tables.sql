CREATE TABLE `catalogue_entry` (
	`team_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`vendor` text NOT NULL,
	`aliases` text NOT NULL,
	`category` text NOT NULL,
	`status` text NOT NULL,
	`business_owner` text,
	`it_owner` text,
	`seats` integer,
	`free_seats` integer,
	`searched` text NOT NULL,
	PRIMARY KEY(`team_id`, `id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `desk` (
	`team_id` text NOT NULL,
	`engineer` text NOT NULL,
	`open_requests` integer NOT NULL,
	`last_assigned_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `engineer`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `event` (
	`team_id` text NOT NULL,
	`request_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`type` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`team_id`, `request_id`, `sequence`),
	FOREIGN KEY (`team_id`,`request_id`) REFERENCES `request`(`team_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `installation` (
	`team_id` text PRIMARY KEY NOT NULL,
	`next_request_number` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`request_id` text,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`message` text NOT NULL,
	`once_key` text,
	`attempts` integer NOT NULL,
	`unsure` integer NOT NULL,
	`due_at` integer,
	`leased_until` integer,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	`error` text,
	FOREIGN KEY (`team_id`,`request_id`) REFERENCES `request`(`team_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_queue` ON `outbox` (`team_id`,`request_id`,`position`) WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`team_id`,`once_key`) WHERE once_key is not null;--> statement-breakpoint
CREATE TABLE `preference` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `request` (
	`team_id` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`body` text NOT NULL,
	`requester` text NOT NULL,
	`engineer` text NOT NULL,
	`unit` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`delivery` text NOT NULL,
	`thread_channel` text,
	`thread_ts` text,
	`event_count` integer NOT NULL,
	`last_hash` text NOT NULL,
	PRIMARY KEY(`team_id`, `id`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `request_delivery` ON `request` (`team_id`,`delivery`);--> statement-breakpoint
CREATE INDEX `request_requester` ON `request` (`team_id`,`requester`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `request_thread` ON `request` (`team_id`,`thread_channel`,`thread_ts`) WHERE thread_ts is not null;--> statement-breakpoint
CREATE TABLE `seen` (
	`team_id` text NOT NULL,
	`delivery` text NOT NULL,
	`scope` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `delivery`, `scope`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `seen_age` ON `seen` (`seen_at`);--> statement-breakpoint
CREATE TABLE `timer` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`available_at` integer NOT NULL,
	FOREIGN KEY (`team_id`,`request_id`) REFERENCES `request`(`team_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `timer_request` ON `timer` (`team_id`,`request_id`);--> statement-breakpoint
CREATE INDEX `timer_available` ON `timer` (`available_at`);