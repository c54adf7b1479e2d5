import type { BackupKind } from '@shared/features/backups/backup-manifest.schema'
import type { UsageProblem } from './arguments'
import type { ExitName } from './exit-codes'
import type { Language } from './language'
import type { BackupWarning } from './run-backup'

/** What the command line says; the window has its own words in the renderer. */
export type Words = {
  help: string
  passwordOf: string
  recoveryKey: string
  proven: (facts: { kind: BackupKind; path: string; size: string; customers: number }) => string
  verified: (facts: { path: string; customers: number }) => string
  usage: Record<UsageProblem, string>
  warning: Record<BackupWarning, string>
  progress: { copying: string; proving: string; checking: string }
  failure: Record<Exclude<ExitName, 'done'>, string>
  /** In place of `failure` where one can be more exact. */
  exact: Partial<Record<string, string>>
  wait: (seconds: number) => string
}

const zh: Words = {
  help: `用法
  kebu --backup <文件夹>   备份，重新打开验证，通过了才算数
  kebu --verify <文件>     验证一份备份，不改动任何东西

选项
  --book <文件夹>    哪本客簿；不写就是上次打开的那本
  --full             做全量备份
  --user <姓名>      用谁的账户；只有一个人时不用写
  --keystore         只用这台电脑记住的钥匙，不问密码
  --ask              总是问密码
  --recovery-key     验证时用恢复密钥
  --json             结果写成一行 JSON
  --help, --version

密码在终端里输入（不显示），或从管道读第一行；不写在命令里。
返回码：0 已验证 · 1 意外 · 2 用法 · 3 没能登录 · 4 客簿有问题 · 5 正在使用 · 6 备份位置 · 7 备份损坏或没通过验证 · 8 没有权限 · 9 已取消
`,
  passwordOf: '密码：',
  recoveryKey: '恢复密钥：',
  proven: ({ kind, path, size, customers }) =>
    `已备份并验证：${path}（${{ full: '全量', differential: '差异', incremental: '增量' }[kind]}，${size}，${customers} 位客户）`,
  verified: ({ path, customers }) => `备份完好：${path}（${customers} 位客户）`,
  usage: {
    unknown: '不认识',
    'value-missing': '后面少了内容：',
    twice: '写了两次：',
    contradiction: '不能这样一起用：',
    password: '密码不写在命令里，别的用户能看到。去掉：',
  },
  warning: {
    'same-disk': '注意：备份和客簿在同一个磁盘上，磁盘坏了会一起丢。',
    network: '注意：这是网络文件夹。',
    sync: '注意：这个文件夹会同步到云端。',
  },
  progress: { copying: '写入', proving: '读回', checking: '检查' },
  failure: {
    unexpected: '出了意外，没有做完。原来的数据和备份没有动过。',
    usage: '命令不完整。运行 kebu --help 看用法。',
    signIn: '没能登录，什么都没有写。',
    book: '客簿打不开，数据没有动过。打开程序看看怎么办。',
    inUse: '客簿正在另一个窗口里打开。关掉它，或在那里备份。',
    target: '备份位置写不了。已有的备份没有动过。',
    damaged: '没有通过验证。',
    forbidden: '这个账户不能备份。',
    cancelled: '已取消，没有留下半份备份。',
  },
  exact: {
    'vault.wrong-password': '密码不对。',
    'backups.wrong-password': '密码打不开这份备份。用备份那天的密码，或恢复密钥。',
    'vault.wrong-recovery-key': '这是另一本客簿的恢复密钥。',
    'vault.recovery-key-typo': '恢复密钥抄错了，逐组核对。',
    'vault.must-change-password': '这个密码是所有者给的。先在程序里换成自己的。',
    'vault.device-key-gone': '这台电脑没有记住能用的钥匙。用密码登录。',
    'vault.no-keystore': '这台电脑没有安全的地方存钥匙。用密码登录。',
    'cli.no-password': '没有收到密码。',
    'cli.no-such-user': '没有叫这个名字的人。',
    'cli.user-needed': '有几个人可以登录，用 --user 写明是谁。',
    'cli.no-book': '还没有打开过客簿。用 --book 写明文件夹。',
    'cli.program-open': '客簿程序开着。关掉它，或在那里备份。',
    'vault.folder-missing': '客簿的文件夹不在。插上 U 盘，或用 --book 写明。',
    'backups.target-gone': '备份文件夹不在。插上 U 盘再试。已有的备份没有动过。',
    'backups.target-too-small': '备份位置空间不够，没有留下任何东西。',
    'core.read-only': '备份位置只能读。换一个位置，或允许写入。',
    'core.disk-full': '磁盘满了，没有做完。腾出空间再试。',
    'core.file-not-readable': '文件读不了。看看它是否还在。',
    'backups.not-a-backup': '这不是客簿的备份。',
    'backups.newer-format': '这份备份来自更新的版本。装上那个版本再验证。',
    'backups.damaged': '这份备份已损坏。',
    'backups.chain-incomplete': '缺少它需要的其他备份文件。放到同一个文件夹再试。',
    'backups.proof-failed': '新备份没有通过验证，已经丢掉。以前的备份还在。',
  },
  wait: (seconds) => `试错太多次，${seconds} 秒后再试。`,
}

const en: Words = {
  help: `Usage
  kebu --backup <folder>   back up; counts only after it was opened again and checked
  kebu --verify <file>     check a backup, changes nothing

Options
  --book <folder>    which book; without it the one opened last
  --full             make a full backup
  --user <name>      whose account; not needed when there is only one person
  --keystore         only the key that this computer remembers, ask for no password
  --ask              always ask for the password
  --recovery-key     verify with the recovery key
  --json             the result as one line of JSON
  --help, --version

The password is typed on the terminal (not shown) or read from a pipe, first line; never in the command.
Exit codes: 0 proven · 1 unexpected · 2 usage · 3 not signed in · 4 trouble with the book · 5 in use · 6 place of the backup · 7 damaged or not proven · 8 not allowed · 9 cancelled
`,
  passwordOf: 'Password: ',
  recoveryKey: 'Recovery key: ',
  proven: ({ kind, path, size, customers }) =>
    `Backed up and proven: ${path} (${kind}, ${size}, ${customers} customers)`,
  verified: ({ path, customers }) => `The backup is whole: ${path} (${customers} customers)`,
  usage: {
    unknown: 'Not known: ',
    'value-missing': 'Something is missing behind ',
    twice: 'Given twice: ',
    contradiction: 'Does not go together: ',
    password: 'A password in the command can be seen by other users. Leave out ',
  },
  warning: {
    'same-disk':
      'Note: the backup is on the same disk as the book. If the disk fails, both are gone.',
    network: 'Note: this is a network folder.',
    sync: 'Note: this folder is synchronised to a cloud.',
  },
  progress: { copying: 'Writing', proving: 'Reading back', checking: 'Checking' },
  failure: {
    unexpected:
      'Something unexpected happened and this was not finished. Data and older backups were left untouched.',
    usage: 'The command is not complete. Run kebu --help.',
    signIn: 'Not signed in, nothing was written.',
    book: 'The book does not open; the data was left untouched. Open the program to see what can be done.',
    inUse: 'The book is open in another window. Close it, or back up there.',
    target: 'The place for backups cannot be written to. Older backups were left untouched.',
    damaged: 'It did not pass its check.',
    forbidden: 'This account may not make backups.',
    cancelled: 'Cancelled. No half backup was left.',
  },
  exact: {
    'vault.wrong-password': 'Wrong password.',
    'backups.wrong-password':
      'This password does not open the backup. Use the password of that day, or the recovery key.',
    'vault.wrong-recovery-key': 'This recovery key belongs to another book.',
    'vault.recovery-key-typo': 'The recovery key has a copying mistake. Compare it group by group.',
    'vault.must-change-password':
      'The owner gave you this password. Set your own in the program first.',
    'vault.device-key-gone': 'This computer remembers no key that works. Use the password.',
    'vault.no-keystore': 'This computer has no safe place for a key. Use the password.',
    'cli.no-password': 'No password came.',
    'cli.no-such-user': 'There is nobody of this name.',
    'cli.user-needed': 'Several people can sign in. Say who with --user.',
    'cli.no-book': 'No book was opened yet. Name its folder with --book.',
    'cli.program-open': 'Kebu is running. Close it, or back up there.',
    'vault.folder-missing':
      'The folder of the book is not there. Plug in the drive, or name it with --book.',
    'backups.target-gone':
      'The folder for backups is not there. Plug in the drive and try again. Older backups were left untouched.',
    'backups.target-too-small': 'There is not enough room there. Nothing was left behind.',
    'core.read-only':
      'The place for backups can only be read. Choose another one or allow writing.',
    'core.disk-full': 'The disk is full and this was not finished. Free some space and try again.',
    'core.file-not-readable': 'The file cannot be read. Check that it is still there.',
    'backups.not-a-backup': 'This is not a Kebu backup.',
    'backups.newer-format': 'A newer version wrote this backup. Install that version to check it.',
    'backups.damaged': 'This backup is damaged.',
    'backups.chain-incomplete':
      'Other backup files that it needs are missing. Put them into the same folder and try again.',
    'backups.proof-failed':
      'The new backup did not pass its check and was discarded. Older backups are still there.',
  },
  wait: (seconds) => `Too many tries. Try again in ${seconds} seconds.`,
}

export const wordsOf: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en }
