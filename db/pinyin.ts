import { foldText } from '@shared/core/text'
import { pinyin } from 'pinyin-pro'

export type Pinyin = {
  /** Syllables without tones, joined by spaces: sorts as a person reads. */
  spaced: string
  /** The same without spaces, for substring search. */
  full: string
  /** First letters; Latin parts stay whole: `ABC科技` is `abckj`. */
  initials: string
}

const runs = /\p{Script=Han}+|\P{Script=Han}+/gu
const han = /^\p{Script=Han}/u

/**
 * Reads a name aloud. Persons are read in surname mode, so that 单 is shan and 曾 zeng. What has no reading stays as it is
 * written. ü is v, as on a keyboard.
 * @param person whether the beginning of the name may be a surname
 */
export function toPinyin(name: string, person: boolean): Pinyin {
  const syllables: string[] = []
  let initials = ''
  for (const run of foldText(name).match(runs) ?? []) {
    const read = han.test(run) ? readHan(run, person && syllables.length === 0) : [run.trim()]
    syllables.push(...read)
    initials += han.test(run) ? read.map(([first = '']) => first).join('') : run
  }
  const spaced = syllables.filter((syllable) => syllable !== '').join(' ')
  return { spaced, full: spaced.replaceAll(' ', ''), initials: initials.replaceAll(' ', '') }
}

function readHan(run: string, surname: boolean): string[] {
  return pinyin(run, {
    toneType: 'none',
    type: 'array',
    surname: surname ? 'head' : 'off',
    v: true,
  })
}
