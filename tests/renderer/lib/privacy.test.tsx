import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { PrivateText } from '@renderer/components/private-text'
import { coverText, usePrivacyStore } from '@renderer/lib/privacy'

describe('a private text', () => {
  afterEach(() => usePrivacyStore.setState({ on: false }))

  it('is marked, so that the styles can cover it, and stands whole in its tooltip', () => {
    expect(renderToStaticMarkup(<PrivateText text="林半夏" />)).toBe(
      '<span data-private="true" title="林半夏">林半夏</span>',
    )
  })

  it('has one dot for each character as a person counts them', () => {
    expect(coverText('林半夏')).toBe('•••')
    expect(coverText('𠮷田')).toBe('••')
    expect(coverText('')).toBe('')
  })
})
