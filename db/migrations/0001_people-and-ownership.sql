-- Rebuilt instead of ALTER TABLE ADD: new columns would stand behind the long texts, which a list must not read.
CREATE TABLE `__new_customer` (
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
	`owned_since` integer,
	`pooled_at` integer,
	`next_follow_at` integer,
	`last_interaction_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	`search_text` text NOT NULL,
	`search_contact` text NOT NULL,
	`email` text,
	`gender` text,
	`birth_date` text,
	`id_card_sealed` text,
	`id_card_mask` text,
	`bank_account_sealed` text,
	`bank_account_mask` text,
	`credit_code` text,
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
INSERT INTO `__new_customer` (`id`, `uid`, `code`, `kind`, `name`, `name_pinyin`, `name_initials`, `stage`, `stage_changed_at`, `tier`, `contact_person`, `phone`, `phone_kind`, `phone_normalized`, `industry`, `owner_id`, `creator_id`, `next_follow_at`, `last_interaction_at`, `created_at`, `updated_at`, `archived_at`, `search_text`, `email`, `gender`, `birth_date`, `id_card_sealed`, `company_size`, `founded_on`, `address`, `source`, `first_contact_on`, `external_id`, `lost_reason`, `need`, `notes`, `search_contact`, `id_card_mask`)
SELECT `id`, `uid`, `code`, `kind`, `name`, `name_pinyin`, `name_initials`, `stage`, `stage_changed_at`, `tier`, `contact_person`, `phone`, `phone_kind`, `phone_normalized`, `industry`, `owner_id`, `creator_id`, `next_follow_at`, `last_interaction_at`, `created_at`, `updated_at`, `archived_at`, `search_text`, `email`, `gender`, `birth_date`, `id_card_sealed`, `company_size`, `founded_on`, `address`, `source`, `first_contact_on`, `external_id`, `lost_reason`, `need`, `notes`, '', iif(`id_card_sealed` IS NULL, NULL, '******') FROM `customer`;--> statement-breakpoint
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'customer') WHERE name = '__new_customer';--> statement-breakpoint
DROP TABLE `customer`;--> statement-breakpoint
ALTER TABLE `__new_customer` RENAME TO `customer`;--> statement-breakpoint
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
CREATE INDEX `customer_by_owner_id` ON `customer` (`owner_id`,`pooled_at`,`archived_at`,`owned_since`,`next_follow_at`,`last_interaction_at`,`created_at`,`name_pinyin`,`stage`,`tier`);--> statement-breakpoint
CREATE INDEX `customer_by_pooled_at` ON `customer` (`pooled_at`) WHERE pooled_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `draft` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`content` text NOT NULL,
	`sealed` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_by_user_and_key` ON `draft` (`user_id`,`key`);--> statement-breakpoint
ALTER TABLE `user` ADD `status` text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `last_unlock_at` integer;--> statement-breakpoint
CREATE INDEX `audit_event_by_user` ON `audit_event` (`user_id`,`id`);--> statement-breakpoint
-- The journal before this holds rows of the old shape, contact details in the search text among them: not to be brought back.
UPDATE `command` SET `undoable` = 0;
