import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaList } from '@vant/area-data'
import { pinyin } from 'pinyin-pro'
import { root } from './prepare/paths.mjs'

/**
 * Writes the divisions of 省/市/区 and their reading for search into `shared/core/regions/`, from the package @vant/area-data
 * (MIT). Run `node build/regions.mjs` after that package was renewed; the program itself does not need it. A line of the table
 * is a province, or a city with its counties by the last two digits.
 */

/** Where the package is behind or writes a name wrong. */
const renamed = { 350405: '沙县区', 711489: '龙潭区', 711497: '复兴区' }

/** In the package, and in truth merged into or replaced by another one: shown where stored, not offered. */
const gone = new Set(
  `620201 320611 350402 370634 710199 710203 710299 710399 710499 710799 710899 710999
  711487 711488 711490 711491 711492 711493 711494 711495 711496 711498 711499 711583 711783 712484`.split(
    /\s+/,
  ),
)

/** Not in the package any more, and still in address books: code and name of the day. */
const former = `110103崇文区 110104宣武区 110228密云县 110229延庆县 120107塘沽区 120108汉沽区 120109大港区 120221宁河县 120223静海县
120225蓟县 310103卢湾区 310108闸北区 310119南汇区 310230崇明县 320103白下区 320107下关区 320124溧水县 320125高淳县 320405戚墅堰区
320482金坛市 320502沧浪区 320503平江区 320504金阊区 320584吴江市 320684海门市 330103下城区 330104江干区 330183富阳市 330185临安市
330204江东区 330283奉化市 350403三元区 350427沙县 370125济阳县 370181章丘市 370205四方区 371200莱芜市 371202莱城区 371203钢城区
440116萝岗区 440183增城市 440184从化市 500222綦江县 500225大足县 510122双流县 510124郫县 510132新津县`

const nameOf = (code, name) => renamed[code] ?? name
const isOffered = ([code]) => !gone.has(code)

function currentLines() {
  const { province_list, city_list, county_list } = areaList
  const counties = Object.entries(county_list).filter(isOffered)
  return Object.entries(province_list).flatMap(([province, name]) => [
    `${province}${name}`,
    ...Object.entries(city_list)
      .filter(([city]) => city.slice(0, 2) === province.slice(0, 2))
      .map(([city, cityName]) =>
        [
          `${city}${cityName}`,
          ...counties
            .filter(([code]) => code.slice(0, 4) === city.slice(0, 4))
            .map(([code, county]) => `${code.slice(4)}${nameOf(code, county)}`),
        ].join(' '),
      ),
  ])
}

function formerWords() {
  const current = { ...areaList.province_list, ...areaList.city_list, ...areaList.county_list }
  const dropped = Object.entries(current).filter(([code]) => gone.has(code))
  const known = former.split(/\s+/).filter((word) => current[word.slice(0, 6)] === undefined)
  return [...dropped.map(([code, name]) => code + name), ...known].sort()
}

/** The usual reading of every character, and the names that are read otherwise as a whole (六安, 重庆, 洪洞县). */
function readings(names) {
  const counts = new Map()
  const read = new Map(
    names.map((name) => [name, pinyin(name, { toneType: 'none', type: 'array', v: true })]),
  )
  for (const [name, syllables] of read)
    [...name].forEach((character, index) => {
      const of = counts.get(character) ?? new Map()
      of.set(syllables[index], (of.get(syllables[index]) ?? 0) + 1)
      counts.set(character, of)
    })
  const usual = new Map(
    [...counts].map(([character, of]) => [
      character,
      [...of].sort(([, one], [, two]) => two - one)[0][0],
    ]),
  )
  const bySyllable = Map.groupBy(usual.keys(), (character) => usual.get(character))
  const otherwise = [...read].filter(([name, syllables]) =>
    [...name].some((character, index) => usual.get(character) !== syllables[index]),
  )
  return {
    syllables: [...bySyllable].sort().map(([syllable, of]) => `${syllable} ${of.join('')}`),
    otherwise: otherwise.map(([name, syllables]) => `${name} ${syllables.join(' ')}`),
  }
}

const lines = currentLines()
const names = new Set(
  lines.flatMap((line) => line.split(' ').map((word) => word.replace(/^\d+/, ''))),
)
const { syllables, otherwise } = readings([...names])
const folder = join(root, 'shared', 'core', 'regions')

const write = (name, content) =>
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`)

write('divisions.json', { current: lines, former: formerWords() })
write('syllables.json', { usual: syllables, otherwise })
process.stdout.write(
  `${lines.length} lines, ${names.size} names, ${otherwise.length} read otherwise\n`,
)
