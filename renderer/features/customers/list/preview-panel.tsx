import { Button } from 'antd'
import { Hand, Maximize2, PencilLine, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '@shared/core/phone'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { ErrorState } from '@renderer/components/error-state'
import { IconButton } from '@renderer/components/icon-button'
import { Kbd } from '@renderer/components/kbd'
import { RevealValue } from '@renderer/components/reveal-value'
import { QualityText } from '@renderer/components/quality-text'
import { SectionTitle } from '@renderer/components/section-title'
import { StageMark } from '@renderer/components/stage-mark'
import { TagChip } from '@renderer/components/tag-chip'
import { TierMark } from '@renderer/components/tier-mark'
import { useErrorToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'
import { NextStepCard } from '../page/next-step-card'
import { ActivityFlag } from '../activity-flag'
import type { CustomerRights } from '../customer-rights'
import { OwnerText } from '../owner-text'
import { useCustomerCommands } from '../use-customer-commands'
import { useCustomerRights } from '../use-customer-rights'
import { useReveal } from '../use-reveal'
import styles from './preview-panel.module.css'

/** The customer under the keyboard, beside the list. */
export function PreviewPanel({
  id,
  recent,
  onOpen,
  onLog,
  onClose,
}: {
  id: number
  /** Latest follow-ups of a customer. */
  recent: (customerId: number) => React.ReactNode
  onOpen: () => void
  onLog: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('customers')
  const commands = useCustomerCommands()
  const { data, error, refetch } = useRouteQuery('customers.get', { id }, { keepPrevious: true })
  const rights = useCustomerRights(data?.relation ?? 'other', (data?.deletedAt ?? null) !== null)

  return (
    <aside
      className={styles.panel}
      aria-label={t('preview.label', { name: data?.name })}
      data-region
      tabIndex={-1}
    >
      <header className={styles.head}>
        <span className={styles.code}>{data?.code}</span>
        <IconButton icon={Maximize2} label={t('preview.open')} keys="enter" onClick={onOpen} />
        <IconButton icon={X} label={t('preview.close')} keys="space" onClick={onClose} />
      </header>
      <div className={styles.body}>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data && (
          <>
            <div className={styles.top}>
              <Avatar name={data.name} size={36} shape="square" isPrivate />
              <div className={styles.who}>
                <h2 data-private className={styles.name}>
                  {data.name}
                </h2>
                <div className={styles.marks}>
                  <StageMark stage={data.stage} />
                  <TierMark tier={data.tier} />
                  <OwnerText name={data.ownerName} relation={data.relation} />
                  <ActivityFlag detail={data} />
                </div>
              </div>
            </div>
            <NextStepCard
              nextStep={data.nextStep}
              canComplete={rights.log}
              showNote={rights.notes === 'full'}
              tinted
            />
            <div className={styles.actions}>
              {rights.log && (
                <Button block onClick={onLog}>
                  <PencilLine size={16} strokeWidth={1.6} aria-hidden />
                  {t('preview.log')}
                  <Kbd keys="n" />
                </Button>
              )}
              {rights.claim && (
                <Button block onClick={() => void commands.claim([data.id])}>
                  <Hand size={16} strokeWidth={1.6} aria-hidden />
                  {t('owner.claim')}
                </Button>
              )}
            </div>
            <Facts detail={data} rights={rights} />
            {rights.readFollowUps && (
              <section className={styles.section}>
                <SectionTitle>{t('preview.recent')}</SectionTitle>
                {recent(data.id)}
              </section>
            )}
          </>
        )}
      </div>
      <footer className={styles.foot}>
        <Kbd keys="j k" /> {t('preview.move')}
        <Kbd keys="enter" /> {t('preview.open')}
        <Kbd keys="space" /> {t('preview.close')}
      </footer>
    </aside>
  )
}

function Facts({ detail, rights }: { detail: CustomerDetail; rights: CustomerRights }) {
  const { t } = useTranslation(['customers', 'quality'])
  const reveal = useReveal(detail.id, useErrorToast())
  const { phone } = reveal.values
  const none = <span className={styles.none}>—</span>
  return (
    <dl className={styles.facts}>
      {rights.contact !== 'none' && (
        <>
          <dt>{t('field.contactPerson')}</dt>
          <dd data-private>{detail.contactPerson ?? none}</dd>
          <dt>{t('field.phone')}</dt>
          <dd>
            <RevealValue
              masked={detail.phoneMasked}
              shown={phone}
              format={formatPhone}
              label={t('field.phone')}
              onToggle={rights.contact === 'full' ? () => void reveal.toggle('phone') : null}
            />
          </dd>
        </>
      )}
      <dt>{t('field.industry')}</dt>
      <dd>
        {detail.industry ?? none}
        {detail.companySize && (
          <span className={styles.aside}> {t(`common:companySize.${detail.companySize}`)}</span>
        )}
      </dd>
      <dt>{t('field.source')}</dt>
      <dd>{detail.source ?? none}</dd>
      <dt>{t('quality:fact')}</dt>
      <dd>
        <QualityText quality={detail.quality} wrap />
      </dd>
      {rights.readTags && (
        <>
          <dt>{t('page.tags')}</dt>
          <dd className={styles.tags}>
            {detail.tags.length === 0
              ? none
              : detail.tags.map((tag) => <TagChip key={tag.id} type={tag.type} name={tag.name} color={tag.color} />)}
          </dd>
        </>
      )}
    </dl>
  )
}
