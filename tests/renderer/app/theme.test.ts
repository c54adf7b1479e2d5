import { describe, expect, it } from 'vitest'
import { ownVariables, palettes, type ThemeMode } from '@renderer/app/theme-palette'

type Rgb = [number, number, number]

function readColour(text: string, under: Rgb): Rgb {
  const hex = /^#(..)(..)(..)$/.exec(text)
  if (hex) return [hex[1], hex[2], hex[3]].map((part = '') => parseInt(part, 16)) as Rgb
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue].map(
    (value, index) => value * alpha + (under[index] ?? 0) * (1 - alpha),
  ) as Rgb
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast by WCAG 2.2, 1–21. */
function contrast(text: string, ground: string, under: string): number {
  const back = readColour(ground, readColour(under, [255, 255, 255]))
  const [light = 0, dark = 0] = [luminance(readColour(text, back)), luminance(back)].sort(
    (a, b) => b - a,
  )
  return (light + 0.05) / (dark + 0.05)
}

const modes: ThemeMode[] = ['light', 'dark']

describe.each(modes)('the %s theme', (mode) => {
  const p = palettes[mode]
  const own = (name: string) => {
    const value = ownVariables[mode][name]
    if (value === undefined) throw new Error(`no variable ${name}`)
    return value
  }
  const words: [string, string, string][] = [p.text, p.textSecondary, p.textTertiary].flatMap(
    (text) =>
      [p.layout, p.container, p.elevated, p.primaryBg].map(
        (ground) => [text, ground, p.layout] as [string, string, string],
      ),
  )

  it.each([
    ...words,
    [p.placeholder, p.container, p.layout],
    [p.text, own('nav-selected'), p.layout],
    [own('overdue'), own('overdue-bg'), p.container],
    [own('overdue'), p.container, p.layout],
    [p.text, own('tag-need-bg'), p.container],
    [p.text, own('tag-value-bg'), p.container],
    [p.text, own('tag-risk-bg'), p.container],
    [p.text, own('note-warn-bg'), p.container],
    [p.text, own('note-error-bg'), p.container],
    [own('ledger-text'), own('ledger-bg'), p.layout],
    [own('float-text'), own('float-bg'), p.layout],
    [own('float-link'), own('float-bg'), p.layout],
    [own('accent'), p.container, p.layout],
    [own('accent'), p.layout, p.layout],
    [p.error, p.container, p.layout],
    ['#FFFFFF', p.primary, p.container],
  ])('keeps words readable: %s on %s', (text, ground, under) => {
    expect(contrast(text, ground, under)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    'stage-prospect',
    'stage-intent',
    'stage-won',
    'stage-repeat',
    'stage-lost',
    'gold',
    'control',
  ])('keeps the mark %s visible on the sheet', (name) => {
    expect(contrast(own(name), p.container, p.layout)).toBeGreaterThanOrEqual(3)
  })
})

describe('both themes', () => {
  it('define the same variables', () => {
    expect(Object.keys(ownVariables.dark).sort()).toEqual(Object.keys(ownVariables.light).sort())
    expect(Object.keys(palettes.dark)).toEqual(Object.keys(palettes.light))
  })
})
