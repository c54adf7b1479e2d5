CREATE TABLE `deletion_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_uid` text NOT NULL,
	`erased_at` integer NOT NULL,
	`user_id` integer NOT NULL,
	`reason` text NOT NULL,
	`command_id` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`command_id`) REFERENCES `command`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deletion_log_by_customer_uid` ON `deletion_log` (`customer_uid`);--> statement-breakpoint
CREATE INDEX `deletion_log_by_command` ON `deletion_log` (`command_id`);