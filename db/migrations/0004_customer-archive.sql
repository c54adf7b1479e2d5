CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`customer_id` integer NOT NULL,
	`follow_up_id` integer,
	`blob_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`category` text NOT NULL,
	`note` text,
	`creator_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_up`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`blob_id`) REFERENCES `attachment_blob`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creator_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attachment_uid_unique` ON `attachment` (`uid`);--> statement-breakpoint
CREATE INDEX `attachment_by_customer` ON `attachment` (`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `attachment_by_follow_up` ON `attachment` (`follow_up_id`) WHERE follow_up_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `attachment_by_blob` ON `attachment` (`blob_id`);--> statement-breakpoint
CREATE TABLE `attachment_blob` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attachment_blob_by_sha256` ON `attachment_blob` (`sha256`);--> statement-breakpoint
CREATE TABLE `attachment_chunk` (
	`blob_id` integer NOT NULL,
	`sequence` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`blob_id`, `sequence`),
	FOREIGN KEY (`blob_id`) REFERENCES `attachment_blob`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`customer_id` integer NOT NULL,
	`name` text NOT NULL,
	`position` text,
	`department` text,
	`decision_role` text,
	`sort` integer NOT NULL,
	`notes` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_uid_unique` ON `contact` (`uid`);--> statement-breakpoint
CREATE INDEX `contact_by_customer` ON `contact` (`customer_id`,`sort`,`id`);--> statement-breakpoint
CREATE TABLE `contact_point` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`customer_id` integer NOT NULL,
	`contact_id` integer,
	`type` text NOT NULL,
	`raw` text NOT NULL,
	`normalized` text NOT NULL,
	`phone_kind` text,
	`label` text,
	`shared` integer DEFAULT 0 NOT NULL,
	`sort` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_point_uid_unique` ON `contact_point` (`uid`);--> statement-breakpoint
CREATE INDEX `contact_point_by_customer` ON `contact_point` (`customer_id`,`contact_id`,`sort`);--> statement-breakpoint
CREATE INDEX `contact_point_by_contact` ON `contact_point` (`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contact_point_by_normalized` ON `contact_point` (`normalized`);--> statement-breakpoint
CREATE TABLE `custom_field` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`kinds` text NOT NULL,
	`group_name` text,
	`sort` integer NOT NULL,
	`options` text NOT NULL,
	`required_stages` text NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_field_uid_unique` ON `custom_field` (`uid`);--> statement-breakpoint
CREATE INDEX `custom_field_by_sort` ON `custom_field` (`sort`,`id`);--> statement-breakpoint
CREATE TABLE `custom_value` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`field_id` integer NOT NULL,
	`value` text NOT NULL,
	`number` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `custom_field`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_value_by_customer` ON `custom_value` (`customer_id`,`field_id`);--> statement-breakpoint
CREATE INDEX `custom_value_by_field` ON `custom_value` (`field_id`,`value`);--> statement-breakpoint
CREATE INDEX `custom_value_by_number` ON `custom_value` (`field_id`,`number`);--> statement-breakpoint
CREATE TABLE `duplicate_candidate` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`found_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_candidate_by_pair` ON `duplicate_candidate` (`customer_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `duplicate_candidate_by_other` ON `duplicate_candidate` (`other_id`);--> statement-breakpoint
CREATE INDEX `duplicate_candidate_by_score` ON `duplicate_candidate` (`score`,`id`);--> statement-breakpoint
CREATE TABLE `not_duplicate` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `not_duplicate_by_pair` ON `not_duplicate` (`customer_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `not_duplicate_by_other` ON `not_duplicate` (`other_id`);--> statement-breakpoint
CREATE TABLE `stage_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`from_stage` text NOT NULL,
	`to_stage` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `stage_change_by_customer` ON `stage_change` (`customer_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`method` text NOT NULL,
	`note` text,
	`user_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `verification_by_customer` ON `verification` (`customer_id`,`field`,`at`);--> statement-breakpoint
DROP INDEX `customer_by_owner_id`;--> statement-breakpoint
ALTER TABLE `customer` ADD `occupation` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `annual_revenue` integer;--> statement-breakpoint
ALTER TABLE `customer` ADD `region_code` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `referrer_id` integer REFERENCES customer(id);--> statement-breakpoint
ALTER TABLE `customer` ADD `preference` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `price_sensitivity` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `scenario` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `decision_mode` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `decision_process` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `purchase_cycle_days` integer;--> statement-breakpoint
ALTER TABLE `customer` ADD `expected_close_on` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `stage_reason` text;--> statement-breakpoint
ALTER TABLE `customer` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `customer` ADD `merged_into_id` integer REFERENCES customer(id);--> statement-breakpoint
ALTER TABLE `customer` ADD `search_people` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_by_updated_at` ON `customer` (`updated_at`,`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_deleted_at` ON `customer` (`deleted_at`,`id`) WHERE deleted_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_by_referrer` ON `customer` (`referrer_id`) WHERE referrer_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_by_merged_into` ON `customer` (`merged_into_id`) WHERE merged_into_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_by_owner_id` ON `customer` (`owner_id`,`pooled_at`,`archived_at`,`deleted_at`,`owned_since`,`next_follow_at`,`last_interaction_at`,`created_at`,`name_pinyin`,`stage`,`tier`);