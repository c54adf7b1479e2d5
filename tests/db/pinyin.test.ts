import { describe, expect, test } from 'vitest'
import { toPinyin } from '@db/pinyin'

describe('reading a name', () => {
  test.each([
    ['单雄信', true, 'shan xiong xin', 'sxx'],
    ['曾示例', true, 'zeng shi li', 'zsl'],
    ['尉迟示例', true, 'yu chi shi li', 'ycsl'],
    ['吕示例', true, 'lv shi li', 'lsl'],
    ['云岫示例科技有限公司', false, 'yun xiu shi li ke ji you xian gong si', 'yxslkjyxgs'],
    ['ABC科技', false, 'abc ke ji', 'abckj'],
    ['Alice  Wong', true, 'alice wong', 'alicewong'],
    ['', true, '', ''],
  ])('%s', (name, person, spaced, initials) => {
    expect(toPinyin(name, person)).toEqual({ spaced, full: spaced.replaceAll(' ', ''), initials })
  })

  test('leaves a character without a reading as it is', () => {
    expect(toPinyin('𠮷示例', true).initials).toBe('𠮷sl')
  })
})
