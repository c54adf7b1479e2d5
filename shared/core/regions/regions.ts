import divisions from './divisions.json'

/** A division of 省/市/区 by its six digits (GB/T 2260). */
export type Region = {
  code: string
  name: string
  /** Null for a province. */
  parent: Region | null
  children: Region[]
}

type Table = { provinces: Region[]; byCode: Map<string, Region> }

let table: Table | null = null

/** Reads the table at first use: most windows and jobs never need it. */
function regionTable(): Table {
  return (table ??= readTable(divisions.current))
}

function readTable(lines: readonly string[]): Table {
  const provinces: Region[] = []
  const byCode = new Map<string, Region>()
  const add = (code: string, name: string, parent: Region | null): Region => {
    const region = { code, name, parent, children: [] }
    byCode.set(code, region)
    if (parent === null) provinces.push(region)
    else parent.children.push(region)
    return region
  }
  for (const line of lines) {
    const [head = '', ...counties] = line.split(' ')
    const code = head.slice(0, 6)
    if (code.endsWith('0000')) add(code, head.slice(6), null)
    else {
      const city = add(code, head.slice(6), byCode.get(`${code.slice(0, 2)}0000`) ?? null)
      for (const county of counties)
        add(code.slice(0, 4) + county.slice(0, 2), county.slice(2), city)
    }
  }
  return { provinces, byCode }
}

/** The provinces with all below them, in the order of their codes; 港澳台 are the last. */
export function listProvinces(): readonly Region[] {
  return regionTable().provinces
}

export function findRegionByCode(code: string): Region | null {
  return regionTable().byCode.get(code) ?? null
}

/** The division and those it lies in, the province first; empty for a code that is not in use. */
export function regionPath(code: string): Region[] {
  const path: Region[] = []
  for (let at = findRegionByCode(code); at !== null; at = at.parent) path.unshift(at)
  return path
}

/** Places of the table that only group counties: nobody writes them. */
const grouping = /^(?:县|市辖区|省直辖县|自治区直辖县级行政区划)$/

/**
 * The names of a division as one writes them: 广东省 深圳市 南山区, 北京市 朝阳区. A code that is gone shows the name of its day,
 * one that nobody knows shows itself: what is stored is never hidden (R012, R015).
 */
export function regionNames(code: string): string[] {
  const path = regionPath(code)
  if (path.length > 0)
    return path
      .map(({ name }) => name)
      .filter((name, index, names) => !grouping.test(name) && name !== names[index - 1])
  const name = formerName(code) ?? code
  const parent = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(
    (above) => above !== code && findRegionByCode(above) !== null,
  )
  return parent === undefined ? [name] : [...regionNames(parent), name]
}

function formerName(code: string): string | null {
  const found = divisions.former.find((line) => line.startsWith(code))
  return found?.slice(6) ?? null
}

/**
 * The same as one text. Chinese names stand without spaces, so that an address may follow.
 * @param separator between the names
 */
export function regionName(code: string, separator = ''): string {
  return regionNames(code).join(separator)
}
