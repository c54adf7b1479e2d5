import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { stages, tiers } from '@shared/features/customers/customers.enums'
import { tagTypes } from '@shared/features/tags/tags.schema'
import { colourOf, letterOf } from '@renderer/components/avatar'
import { StageMark } from '@renderer/components/stage-mark'
import { QualityRing } from '@renderer/components/quality-ring'
import { TagChip } from '@renderer/components/tag-chip'
import { TierMark } from '@renderer/components/tier-mark'
import { createI18n } from '@renderer/lib/i18n'

const render = (element: React.ReactNode, language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderToStaticMarkup(<I18nextProvider i18n={createI18n(language)}>{element}</I18nextProvider>)
/** The drawing without its colours: what is left to somebody who sees none. */
const shapeOf = (markup: string) => markup.replace(/style="[^"]*"/g, '').replace(/<span>.*/, '')

describe('marks', () => {
  it('differ by shape, not by colour alone', () => {
    const stageShapes = stages.map((stage) => shapeOf(render(<StageMark stage={stage} />)))
    expect(new Set(stageShapes).size).toBe(stages.length)
    const tierShapes = tiers.map((tier) => shapeOf(render(<TierMark tier={tier} />)))
    expect(new Set(tierShapes).size).toBe(tiers.length)
    const tagShapes = tagTypes.map((type) =>
      shapeOf(render(<TagChip type={type} name="x" />)).replace(/aria-label="[^"]*"/, ''),
    )
    expect(new Set(tagShapes).size).toBe(tagTypes.length)
  })

  it('carry their word in both languages', () => {
    expect(render(<StageMark stage="repeat" />)).toContain('复购')
    expect(render(<StageMark stage="repeat" />, 'en')).toContain('Repeat')
    expect(render(<TierMark tier="high" />)).toContain('高价值')
  })

  it('show the three Cs as segments, what is missing in grey, and say it', () => {
    const ring = (mark: { complete: boolean; current: boolean; accurate: boolean }) =>
      render(<QualityRing mark={mark} />)
    const all = ring({ complete: true, current: true, accurate: true })
    expect(all).toContain('aria-label="3C 3/3：完整、及时、准确"')
    const [first, last] = [
      ring({ complete: true, current: false, accurate: false }),
      ring({ complete: false, current: false, accurate: true }),
    ]
    expect(first).toContain('3C 1/3：完整、过期、未核实')
    const segments = (markup: string) =>
      [...markup.matchAll(/stroke="(currentColor|var\(--ant-color-fill\))"/g)].map(
        ([, colour]) => colour,
      )
    expect(segments(first).slice(-3)).toEqual([
      ...['currentColor', 'var(--ant-color-fill)', 'var(--ant-color-fill)'],
    ])
    expect(segments(last).slice(-3)).toEqual([
      ...['var(--ant-color-fill)', 'var(--ant-color-fill)', 'currentColor'],
    ])
  })

  it('are named for screen readers where they stand alone', () => {
    expect(render(<StageMark stage="lost" withWord={false} />)).toContain('aria-label="流失"')
    expect(render(<StageMark stage="lost" />)).toContain('aria-hidden')
  })
})

describe('an avatar', () => {
  it('shows the first character as a person counts it', () => {
    expect(letterOf(' 陈立夏')).toBe('陈')
    expect(letterOf('kebu')).toBe('K')
    expect(letterOf('𠮷野')).toBe('𠮷')
    expect(letterOf('')).toBe('')
  })

  it('keeps one of six colours for a name', () => {
    expect(colourOf('陈立夏')).toBe(colourOf('陈立夏'))
    const colours = new Set('赵钱孙李周吴郑王冯陈褚卫'.split('').map((name) => colourOf(name)))
    expect(colours.size).toBeGreaterThan(2)
    expect([...colours].every((colour) => colour >= 1 && colour <= 6)).toBe(true)
  })
})
