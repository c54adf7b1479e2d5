CREATE TABLE `backup_record` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`file_name` text NOT NULL,
	`folder` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`customers` integer NOT NULL,
	`started_at` integer NOT NULL,
	`proven_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `backup_record_uid_unique` ON `backup_record` (`uid`);--> statement-breakpoint
CREATE INDEX `backup_record_by_started_at` ON `backup_record` (`started_at`);--> statement-breakpoint
CREATE TABLE `customer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_pinyin` text NOT NULL,
	`name_initials` text NOT NULL,
	`stage` text NOT NULL,
	`stage_changed_at` integer NOT NULL,
	`tier` text NOT NULL,
	`contact_person` text,
	`phone` text,
	`phone_kind` text,
	`phone_normalized` text,
	`industry` text,
	`owner_id` integer NOT NULL,
	`creator_id` integer NOT NULL,
	`next_follow_at` integer,
	`last_interaction_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`search_text` text NOT NULL,
	`email` text,
	`gender` text,
	`birth_date` text,
	`id_card_sealed` text,
	`company_size` text,
	`founded_on` text,
	`address` text,
	`source` text,
	`first_contact_on` text,
	`external_id` text,
	`lost_reason` text,
	`need` text,
	`notes` text,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creator_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_uid_unique` ON `customer` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `customer_code_unique` ON `customer` (`code`);--> statement-breakpoint
CREATE INDEX `customer_by_created_at` ON `customer` (`created_at`,`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_next_follow_at` ON `customer` (`next_follow_at`,`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_last_interaction_at` ON `customer` (`last_interaction_at`,`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_name` ON `customer` (`name_pinyin`,`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_stage` ON `customer` ((CASE stage WHEN 'prospect' THEN 1 WHEN 'intent' THEN 2 WHEN 'won' THEN 3 WHEN 'repeat' THEN 4 ELSE 5 END),`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_tier` ON `customer` ((CASE tier WHEN 'high' THEN 1 WHEN 'potential' THEN 2 ELSE 3 END),`id`) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX `customer_by_archived_at` ON `customer` (`archived_at`,`id`) WHERE archived_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_by_phone_normalized` ON `customer` (`phone_normalized`);--> statement-breakpoint
CREATE INDEX `customer_by_owner_id` ON `customer` (`owner_id`);--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`code` text NOT NULL,
	`customer_id` integer NOT NULL,
	`type` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`next_follow_at` integer,
	`next_note` text,
	`next_done_at` integer,
	`interaction` integer DEFAULT 1 NOT NULL,
	`follower_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follower_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_uid_unique` ON `follow_up` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_code_unique` ON `follow_up` (`code`);--> statement-breakpoint
CREATE INDEX `follow_up_by_customer` ON `follow_up` (`customer_id`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `follow_up_by_open_next_step` ON `follow_up` (`customer_id`,`next_follow_at`) WHERE next_follow_at IS NOT NULL AND next_done_at IS NULL;--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`file_name` text NOT NULL,
	`customers` integer NOT NULL,
	`rejected` integer NOT NULL,
	`command_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`command_id`) REFERENCES `command`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_batch_uid_unique` ON `import_batch` (`uid`);--> statement-breakpoint
CREATE INDEX `import_batch_by_command` ON `import_batch` (`command_id`);--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`command_id` integer,
	`user_id` integer,
	`route` text NOT NULL,
	`at` integer NOT NULL,
	`changes` integer NOT NULL,
	`subject` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_event_by_at` ON `audit_event` (`at`);--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`command_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`operation` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`command_id`) REFERENCES `command`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_by_command` ON `change` (`command_id`);--> statement-breakpoint
CREATE INDEX `change_by_row` ON `change` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `command` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`route` text NOT NULL,
	`user_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`undoable` integer NOT NULL,
	`reverses` integer,
	`reversed_by` integer,
	`changes` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `command_uid_unique` ON `command` (`uid`);--> statement-breakpoint
CREATE INDEX `command_by_user` ON `command` (`user_id`,`kind`,`id`);--> statement-breakpoint
CREATE TABLE `current_command` (
	`id` integer PRIMARY KEY NOT NULL,
	`command_id` integer,
	`subject` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `code_sequence` (
	`prefix` text NOT NULL,
	`day` text NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`prefix`, `day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `customer_tag` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_tag_by_customer` ON `customer_tag` (`customer_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `customer_tag_by_tag` ON `customer_tag` (`tag_id`,`customer_id`);--> statement-breakpoint
CREATE TABLE `tag` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`code` text NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_uid_unique` ON `tag` (`uid`);--> statement-breakpoint
CREATE UNIQUE INDEX `tag_code_unique` ON `tag` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `tag_by_type_and_name` ON `tag` (`type`,`name_folded`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_uid_unique` ON `user` (`uid`);