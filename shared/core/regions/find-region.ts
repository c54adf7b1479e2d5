import { listProvinces, type Region } from './regions'

/** What an address says of its division, and what stands behind it. */
export type FoundRegion = { code: string; rest: string }

type Match = {
  region: Region
  /** Where the text goes on. */
  end: number
  /** Whether the name was written whole: 广东省, and not 广东. */
  isWhole: boolean
}

const between = /^[\s\-–—_/／\\,，、·.|>]+/
const shortened = /(?:省|市|地区|盟|林区|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/
/** 上海市区 and 南京市辖区 say where, and no name. */
const notAName = /^(?:市区|城区|市郊|区|辖区|县城|县)/

let byFirst: Map<string, { region: Region; short: string }[]> | null = null

/**
 * The division that an address begins with, and the rest. Only what is certain: the names must be written whole, or be short
 * and followed by a division inside of them (广东深圳南山区). 朝阳区 alone may lie in several cities and is none (R012, R015).
 * @returns null when nothing is certain; then the text stays whole
 */
export function findRegion(address: string): FoundRegion | null {
  const text = address.normalize('NFKC').trim()
  const country = /^(?:中国|中华人民共和国)/.exec(text)?.[0].length ?? 0
  const certain = readFrom(text, skip(text, country)).filter(
    ({ end }) => !notAName.test(text.slice(end)),
  )
  const furthest = Math.max(0, ...certain.map(({ end }) => end))
  const codes = certain.filter(({ end }) => end === furthest).map(({ region }) => region.code)
  const [code] = codes
  if (code === undefined || new Set(codes).size > 1) return null
  return { code, rest: text.slice(skip(text, furthest)) }
}

/** Whether a text begins like the name of some division, whole or short: 广东, 深圳市, 朝阳区. */
export function isRegionName(text: string): boolean {
  return namesAt(text.normalize('NFKC').trim(), 0).length > 0
}

/** Every way to read the beginning of the text as a division that leaves no doubt. */
function readFrom(text: string, start: number): Match[] {
  const first = namesAt(text, start)
  const counties = first.filter(({ region }) => isCounty(region))
  return [
    ...first
      .filter(({ region }) => !isCounty(region))
      .flatMap((match) => [...readInside(text, match), ...(match.isWhole ? [match] : [])]),
    ...onlyOne(counties),
  ]
}

function readInside(text: string, above: Match): Match[] {
  const inside = namesAt(text, skipGroup(text, skip(text, above.end))).filter(({ region }) =>
    isInside(region, above.region),
  )
  const cities = inside.filter(({ region }) => !isCounty(region))
  return [
    ...cities.flatMap((city) => [...readInside(text, city), ...(city.isWhole ? [city] : [])]),
    ...onlyOne(inside.filter(({ region }) => isCounty(region))),
  ]
}

/** Divisions whose name stands at this place: whole, or without its ending where at least two characters stay. */
function namesAt(text: string, at: number): Match[] {
  return (divisionsByFirst().get(text[at] ?? '') ?? []).flatMap(({ region, short }) => {
    const { name } = region
    return [
      ...(text.startsWith(name, at) ? [{ region, end: at + name.length, isWhole: true }] : []),
      // A county is never short: 南山 is a mountain, and 朝阳 a city too.
      ...(short !== name && !isCounty(region) && text.startsWith(short, at)
        ? [{ region, end: at + short.length, isWhole: false }]
        : []),
    ]
  })
}

function divisionsByFirst(): NonNullable<typeof byFirst> {
  if (byFirst !== null) return byFirst
  byFirst = new Map()
  const below = (region: Region): Region[] => [region, ...region.children.flatMap(below)]
  for (const region of listProvinces().flatMap(below)) {
    const bare = region.name.replace(shortened, '')
    const first = region.name[0] ?? ''
    const known = byFirst.get(first) ?? []
    byFirst.set(first, [...known, { region, short: bare.length > 1 ? bare : region.name }])
  }
  return byFirst
}

function isCounty({ parent }: Region): boolean {
  return parent !== null && parent.parent !== null
}

function isInside(region: Region, above: Region): boolean {
  for (let at = region.parent; at !== null; at = at.parent) if (at === above) return true
  return false
}

/** Of several counties the one with the longest name, if that is one alone. */
function onlyOne(matches: Match[]): Match[] {
  const longest = Math.max(0, ...matches.map(({ end }) => end))
  const best = matches.filter(({ end }) => end === longest)
  return best.length === 1 ? best : []
}

function skip(text: string, at: number): number {
  return at + (between.exec(text.slice(at))?.[0].length ?? 0)
}

/** Some tables put 市辖区 between a municipality and its districts. */
function skipGroup(text: string, at: number): number {
  return text.startsWith('市辖区', at) ? skip(text, at + '市辖区'.length) : at
}
