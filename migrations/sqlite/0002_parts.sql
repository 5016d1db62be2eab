CREATE TABLE `part` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`request_id` text NOT NULL,
	`is_open` integer NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`, `request_id`),
	FOREIGN KEY (`team_id`,`request_id`) REFERENCES `request`(`team_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `part_open` ON `part` (`team_id`,`user_id`) WHERE is_open = 1;--> statement-breakpoint
CREATE INDEX `part_request` ON `part` (`team_id`,`request_id`);--> statement-breakpoint
ALTER TABLE `request` ADD `closed_at` integer;--> statement-breakpoint
CREATE INDEX `request_unit` ON `request` (`team_id`,`unit`,`closed_at`);--> statement-breakpoint
CREATE INDEX `request_open` ON `request` (`team_id`,`submitted_at`) WHERE closed_at is null;--> statement-breakpoint
-- Requests from before: when they were closed, and who has a part in them (requester, pair, seats).
UPDATE `request` SET `closed_at` = json_extract(`body`, '$.progress.at');--> statement-breakpoint
INSERT OR IGNORE INTO `part` (`team_id`, `user_id`, `request_id`, `is_open`)
SELECT r.`team_id`, person.`value`, r.`id`, r.`closed_at` IS NULL
FROM `request` r, json_each(json_array(
	r.`requester`, json_extract(r.`body`, '$.pairing.engineer'), json_extract(r.`body`, '$.pairing.standIn')
)) person
WHERE person.`value` IS NOT NULL;--> statement-breakpoint
INSERT OR IGNORE INTO `part` (`team_id`, `user_id`, `request_id`, `is_open`)
SELECT r.`team_id`, person.`value`, r.`id`, r.`closed_at` IS NULL
FROM `request` r, json_each(r.`body`, '$.seats') seat, json_each(seat.`value`, '$.holders') person;--> statement-breakpoint
INSERT OR IGNORE INTO `part` (`team_id`, `user_id`, `request_id`, `is_open`)
SELECT r.`team_id`, person.`value`, r.`id`, r.`closed_at` IS NULL
FROM `request` r, json_each(r.`body`, '$.seats') seat, json_each(seat.`value`, '$.standIns') person;
