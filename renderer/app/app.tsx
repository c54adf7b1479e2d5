import { QueryClientProvider } from '@tanstack/react-query'
import { I18nextProvider } from 'react-i18next'
import { HashRouter } from 'react-router'
import { Appearance } from './appearance'
import type { Booted } from './boot'
import { PhaseGate } from './phase-gate'
import { PrivacyMode } from './privacy-mode'

/** Everything that surrounds the pages: cache, words, look, cover, addresses. */
export function App({ client, words }: Booted) {
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={words}>
        <Appearance>
          <PrivacyMode />
          <HashRouter>
            <PhaseGate />
          </HashRouter>
        </Appearance>
      </I18nextProvider>
    </QueryClientProvider>
  )
}
