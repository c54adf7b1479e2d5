CREATE TABLE `automation_rule` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`enabled` integer NOT NULL,
	`sort` integer NOT NULL,
	`trigger` text NOT NULL,
	`conditions` text NOT NULL,
	`actions` text NOT NULL,
	`stopped_at` integer,
	`creator_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`creator_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `automation_rule_uid_unique` ON `automation_rule` (`uid`);--> statement-breakpoint
CREATE INDEX `automation_rule_by_sort` ON `automation_rule` (`sort`,`id`);--> statement-breakpoint
CREATE TABLE `automation_run` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`occasion` text NOT NULL,
	`command_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`rule_id`) REFERENCES `automation_rule`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `automation_run_by_rule` ON `automation_run` (`rule_id`,`customer_id`,`occasion`);--> statement-breakpoint
CREATE INDEX `automation_run_by_customer` ON `automation_run` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `automation_run_by_at` ON `automation_run` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `behavior` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`customer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`subject` text,
	`channel` text,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `behavior_uid_unique` ON `behavior` (`uid`);--> statement-breakpoint
CREATE INDEX `behavior_by_customer` ON `behavior` (`customer_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `deadline` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`customer_id` integer NOT NULL,
	`cause` text NOT NULL,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`settled_at` integer,
	`settler_id` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settler_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deadline_uid_unique` ON `deadline` (`uid`);--> statement-breakpoint
CREATE INDEX `deadline_by_customer` ON `deadline` (`customer_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `deadline_by_due` ON `deadline` (`due_at`,`id`) WHERE settled_at IS NULL;--> statement-breakpoint
CREATE TABLE `holiday` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `holiday_by_date` ON `holiday` (`date`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`customer_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`text` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_uid_unique` ON `notice` (`uid`);--> statement-breakpoint
CREATE INDEX `notice_by_user` ON `notice` (`user_id`,`at`) WHERE read_at IS NULL;--> statement-breakpoint
CREATE INDEX `notice_by_customer` ON `notice` (`customer_id`);--> statement-breakpoint
CREATE TABLE `phrase` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`kind` text NOT NULL,
	`type` text,
	`title` text NOT NULL,
	`sort` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `phrase_uid_unique` ON `phrase` (`uid`);--> statement-breakpoint
CREATE INDEX `phrase_by_sort` ON `phrase` (`kind`,`sort`,`id`);--> statement-breakpoint
CREATE TABLE `service_case` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`code` text NOT NULL,
	`customer_id` integer NOT NULL,
	`contact_id` integer,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`subject` text NOT NULL,
	`satisfaction` integer,
	`opened_at` integer NOT NULL,
	`responded_at` integer,
	`resolved_at` integer,
	`closed_at` integer,
	`handler_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`content` text,
	`result` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creator_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `service_case_uid_unique` ON `service_case` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_case_code_unique` ON `service_case` (`code`);--> statement-breakpoint
CREATE INDEX `service_case_by_customer` ON `service_case` (`customer_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `service_case_by_open` ON `service_case` (`opened_at`,`id`) WHERE resolved_at IS NULL AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `service_case_by_opened` ON `service_case` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `service_case_by_contact` ON `service_case` (`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `task` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`priority` text DEFAULT 'normal' NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`due_at` integer,
	`all_day` integer DEFAULT 0 NOT NULL,
	`duration_minutes` integer,
	`remind_at` integer,
	`assignee_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`customer_id` integer,
	`contact_id` integer,
	`recurrence` text,
	`series_start` text,
	`series_uid` text,
	`source` text DEFAULT 'person' NOT NULL,
	`external_uid` text,
	`done_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`checklist` text NOT NULL,
	`notes` text,
	FOREIGN KEY (`assignee_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creator_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `task_uid_unique` ON `task` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_code_unique` ON `task` (`code`);--> statement-breakpoint
CREATE INDEX `task_by_due` ON `task` (`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `task_by_open` ON `task` (`assignee_id`,`due_at`) WHERE done_at IS NULL;--> statement-breakpoint
CREATE INDEX `task_by_customer` ON `task` (`customer_id`,(CASE WHEN done_at IS NULL THEN created_at ELSE done_at END),`id`) WHERE customer_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `task_by_reminder` ON `task` (`remind_at`) WHERE remind_at IS NOT NULL AND done_at IS NULL;--> statement-breakpoint
CREATE INDEX `task_by_external_uid` ON `task` (`external_uid`) WHERE external_uid IS NOT NULL;--> statement-breakpoint
CREATE INDEX `task_by_series` ON `task` (`series_uid`) WHERE series_uid IS NOT NULL;--> statement-breakpoint
CREATE INDEX `task_by_contact` ON `task` (`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `customer` ADD `lunar_birthday` text;--> statement-breakpoint
CREATE INDEX `customer_by_lunar_birthday` ON `customer` (`lunar_birthday`) WHERE lunar_birthday IS NOT NULL AND archived_at IS NULL;--> statement-breakpoint
ALTER TABLE `follow_up` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `follow_up` ADD `contact_id` integer REFERENCES contact(id);--> statement-breakpoint
ALTER TABLE `follow_up` ADD `next_type` text;--> statement-breakpoint
ALTER TABLE `follow_up` ADD `next_all_day` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `follow_up_by_next_step` ON `follow_up` (`next_follow_at`,`id`) WHERE next_follow_at IS NOT NULL AND next_done_at IS NULL;--> statement-breakpoint
CREATE INDEX `follow_up_by_contact` ON `follow_up` (`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `customer_tag` ADD `source` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `tag` ADD `subgroup` text;--> statement-breakpoint
ALTER TABLE `tag` ADD `color` text;--> statement-breakpoint
ALTER TABLE `tag` ADD `rule` text;--> statement-breakpoint
ALTER TABLE `tag` ADD `archived_at` integer;