/**
 * What was written down stays written down (R087): our own code cannot change or remove an entry of the audit trail or of
 * the journal, whatever mistake it holds. Against somebody with the key only the hash chain helps.
 */
export function appendOnlyTriggers(): string[] {
  const refuse = (message: string) => `BEGIN SELECT RAISE(ABORT, '${message}'); END`
  // Erasing a person erases their rows of the journal too: only under a command that is in the deletion log.
  const unlessErasing = `WHEN NOT EXISTS (SELECT 1 FROM deletion_log
     WHERE command_id = (SELECT command_id FROM current_command))`
  return [
    // An insert that replaces a row fires no delete trigger, so numbers may only grow.
    `CREATE TRIGGER append_only_audit_event_insert BEFORE INSERT ON audit_event
     WHEN NEW.id IS NOT (SELECT ifnull(max(id), 0) + 1 FROM audit_event)
     ${refuse('audit entries follow each other')}`,
    `CREATE TRIGGER append_only_audit_event_update BEFORE UPDATE ON audit_event
     ${refuse('audit entries stay as they are')}`,
    `CREATE TRIGGER append_only_audit_event_delete BEFORE DELETE ON audit_event
     ${refuse('audit entries stay as they are')}`,
    `CREATE TRIGGER append_only_change_update BEFORE UPDATE ON change
     ${refuse('the journal stays as it is')}`,
    `CREATE TRIGGER append_only_change_delete BEFORE DELETE ON change ${unlessErasing}
     ${refuse('the journal stays as it is')}`,
    `CREATE TRIGGER append_only_command_delete BEFORE DELETE ON command
     ${refuse('the journal stays as it is')}`,
    `CREATE TRIGGER append_only_deletion_log_update BEFORE UPDATE ON deletion_log
     ${refuse('the deletion log stays as it is')}`,
    `CREATE TRIGGER append_only_deletion_log_delete BEFORE DELETE ON deletion_log
     ${refuse('the deletion log stays as it is')}`,
  ]
}
