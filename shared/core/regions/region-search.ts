import { foldText } from '../text'
import type { Region } from './regions'
import syllableTable from './syllables.json'

type Readings = { usual: Map<string, string>; otherwise: Map<string, string[]> }

let readings: Readings | null = null

function listReadings(): Readings {
  if (readings !== null) return readings
  const usual = new Map<string, string>()
  for (const line of syllableTable.usual) {
    const [syllable = '', characters = ''] = line.split(' ')
    for (const character of characters) usual.set(character, syllable)
  }
  const otherwise = new Map(
    syllableTable.otherwise.map((line): [string, string[]] => {
      const [name = '', ...syllables] = line.split(' ')
      return [name, syllables]
    }),
  )
  return (readings = { usual, otherwise })
}

type Spelling = { name: string; full: string; initials: string }

const spellings = new Map<string, Spelling>()

/** How a name is typed: as written, in pinyin, by its first letters. */
function spell(name: string): Spelling {
  const known = spellings.get(name)
  if (known) return known
  const { usual, otherwise } = listReadings()
  const syllables =
    otherwise.get(name) ?? [...name].map((character) => usual.get(character) ?? character)
  const spelling = {
    name,
    full: syllables.join(''),
    initials: syllables.map(([first = '']) => first).join(''),
  }
  spellings.set(name, spelling)
  return spelling
}

/**
 * Whether every word of a query begins some name of the path: 深圳, shenzhen, sz, or 广东 nanshan. A Chinese word may stand
 * inside of a name too.
 * @param path a division with those it lies in
 */
export function matchesRegion(query: string, path: readonly Pick<Region, 'name'>[]): boolean {
  const words = foldText(query).split(' ').filter(Boolean)
  return words.every((word) =>
    path.some(({ name }) => {
      const { full, initials } = spell(name)
      return name.includes(word) || full.startsWith(word) || initials.startsWith(word)
    }),
  )
}
