import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Words for commands by the name of their route: what it was in short, and what it did to how many customers. */
export function useCommandWords() {
  const { t } = useTranslation(['history', 'shell'])
  return useMemo(() => {
    const nameOf = (route: string) =>
      t(`shell:command.${route}`, { defaultValue: t('shell:command.other') })
    return {
      nameOf,
      /** 改了 3 位客户的阶段; a route without a sentence of its own stands by its name. */
      sentenceOf: (route: string, customers: number) =>
        t(`history:did.${route}`, { count: customers, defaultValue: nameOf(route) }),
    }
  }, [t])
}
