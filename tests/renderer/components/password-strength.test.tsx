import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { PasswordStrength } from '@renderer/components/password-strength'
import { createI18n } from '@renderer/lib/i18n'

const render = (password: string, personal: readonly string[] = []) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={createI18n('zh-CN')}>
      <PasswordStrength password={password} personal={personal} />
    </I18nextProvider>,
  )

describe('the strength of a password', () => {
  it('is said in a word and as a meter', () => {
    const markup = render('k7mt-9xwd-p4hn-2rqe')
    expect(markup).toContain('role="meter"')
    expect(markup).toContain('aria-valuenow="4"')
    expect(markup).toContain('很难猜到')
  })

  it('says what is wrong in place of a mark', () => {
    expect(render('chenlixia-and-horse', ['Chenlixia'])).toContain('换一个')
    expect(render('chenlixia-and-horse', ['Chenlixia'])).toContain('aria-valuenow="0"')
    expect(render('chenlixia-and-horse')).not.toContain('换一个')
  })

  it('speaks of the length alone while it is too short', () => {
    expect(render('aaa')).toContain('至少 10 个字符')
  })
})
