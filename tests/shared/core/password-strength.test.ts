import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNewPassword, judgePassword } from '@shared/core/password-strength'
import { newPassword } from '@shared/features/vault/vault.schema'

const common = [
  'woaini1314',
  'woaini5201314',
  '5201314520',
  'iloveyou1314',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'qwertyuiop',
  'qweasdzxc123',
  'a123456789',
  'abcd1234!@#$',
  '147258369147',
  'P@ssw0rd2024!',
  'Passw0rd!!',
  '@dmin12345678',
  'Welcome2024!',
  'Huawei@2024',
  'Kehu@2024888',
  'Zhangsan@123',
  'wodemima123',
  'ＰＡＳＳＷＯＲＤ１２３',
]
const simple = [
  '88888888888',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabc',
  'xK9$xK9$xK9$xK9$xK9$xK9$',
  'hijklmnopqrst',
  'poiuytrewq[]',
  '839201746502',
]
const personal = [
  ['张伟的客户本子在这里', ['张伟', '山水茶行']],
  ['zhang wei loves tea', ['Zhang Wei']],
  ['ZhangWei-loves-tea', ['zhang wei']],
  ['山水茶行 correct horse', ['张伟', '山水茶行']],
  ['my shop Mountain tea', ['Mountain Tea Ltd.']],
  ['13800138000', []],
  ['call 138-0013-8000 now', []],
  ['+8613800138000 tea', []],
  ['zq19880203', []],
  ['19880203xyq', []],
  ['xq880203zk', []],
] as const
const accepted = [
  'a long example password',
  'another password 2',
  'bench password 一二三',
  'correct horse 电池',
  '一二三四 correct horse',
  '来往有记 correct horse',
  'café au lait',
  'k9#mQ2vL!x',
  'correct horse battery staple',
  '我喜欢吃红烧肉和清蒸鱼',
  '83920174650281',
  'delicious lines of tea',
  'purple falcon 19880203 harbour',
]

const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!#%&*+-=?@'

/** Characters as a password generator picks them; fast-check by itself likes repetitions, which are refused for a reason. */
function randomText(seed: number, length: number): string {
  const picked = Array.from({ length }, (_, at) => {
    const digest = createHash('sha256').update(`${seed} ${at}`).digest()
    return characters[digest.readUInt32BE() % characters.length]
  })
  return picked.join('')
}

describe('passwords', () => {
  it.each(common)('%s is refused as well known', (password) => {
    expect(judgePassword(password, [])).toEqual({ score: 0, problem: 'password-common' })
    expect(newPassword.safeParse(password).error?.issues).toMatchObject([
      { message: 'password-common' },
    ])
  })

  it.each(simple)('%s is refused as too regular', (password) => {
    expect(judgePassword(password, [])).toEqual({ score: 0, problem: 'password-simple' })
    expect(newPassword.safeParse(password).success).toBe(false)
  })

  it.each(personal)('%s is refused beside %j', (password, entries) => {
    expect(checkNewPassword(password, entries)).toBe('password-personal')
  })

  it.each(accepted)('%s is accepted', (password) => {
    expect(checkNewPassword(password, ['李娜', 'Li Na', '客簿'])).toBeNull()
    expect(newPassword.parse(password)).toBe(password.normalize('NFC'))
  })

  it('shorter than ten characters are told so, and nothing else', () => {
    expect(newPassword.safeParse('password').error?.issues).toMatchObject([
      { message: 'password-short|10' },
    ])
    expect(newPassword.safeParse('x7'.repeat(600)).error?.issues).toMatchObject([
      { message: 'too-long|1024' },
    ])
  })

  it('a name of one character or two Latin letters is no reason', () => {
    expect(checkNewPassword('delicious lines of tea', ['李', 'Li'])).toBeNull()
  })

  it('long random ones always pass, with a good score', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 20, max: 40 }), (seed, length) => {
        const verdict = judgePassword(randomText(seed, length), ['张伟'])
        expect(verdict.problem).toBeNull()
        expect(verdict.score).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 500 },
    )
  })

  it('any text gets a verdict, and a problem never comes with a score', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { score, problem } = judgePassword(text, ['王秀英'])
        expect(problem === null || score === 0).toBe(true)
      }),
    )
  })

  it('adding what is well known does not lift a score by much', () => {
    expect(judgePassword('correct horse 123456', []).score).toBeLessThanOrEqual(
      judgePassword('correct horse', []).score + 1,
    )
  })
})
