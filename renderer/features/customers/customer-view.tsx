import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { AppError } from '@shared/core/errors'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useShortcut } from '@renderer/lib/use-shortcut'
import styles from './customer-view.module.css'
import { EraseDialog } from './erase/erase-dialog'
import { CustomerDrawer } from './form/customer-drawer'
import { OwnerDialog } from './owner/owner-dialog'
import { CustomRows } from './page/custom-rows'
import { FactsRow } from './page/facts-row'
import { NameBlock } from './page/name-block'
import { PageBar } from './page/page-bar'
import { PlaceBanner } from './page/place-banner'
import { ProfileTab } from './page/profile-tab'
import { SideColumn } from './page/side-column'
import { StageStepper } from './page/stage-stepper'
import { usePosition } from './page/use-position'
import { StageDialog } from './stage/stage-dialog'
import { type StageQuestion, useStageChoice } from './stage/use-stage-choice'
import type { CustomerTarget } from './target'
import { useCustomerCommands } from './use-customer-commands'
import { useCustomerRights } from './use-customer-rights'

/** A tab of another feature, between 往来 and 资料. */
export type CustomerTab = {
  key: string
  label: string
  count: number | null
  content: React.ReactNode
}

/** What the customer page shows of other features; composed by the page. */
export type CustomerViewSlots = {
  activity: (detail: CustomerDetail) => React.ReactNode
  /** Over the name: what has to be done about this customer now. */
  banner: (detail: CustomerDetail) => React.ReactNode
  tags: (detail: CustomerDetail) => React.ReactNode
  /** Tabs that the person may see, in their order. */
  tabs: (detail: CustomerDetail) => CustomerTab[]
  /** Sections of the right column, under the need; `open` shows a tab by its key. */
  side: (detail: CustomerDetail, open: (tab: string) => void) => React.ReactNode
  /** Sections under the profile. */
  profile: (detail: CustomerDetail) => React.ReactNode
  /** The mark of a check beside a field. */
  check: (detail: CustomerDetail, field: 'name' | 'phone' | 'email') => React.ReactNode
  /** Opens the line for a new follow-up. */
  onLog: (customerId: number) => void
}

/** One customer as a whole: who, where in the life cycle, what comes next, what happened. */
export function CustomerView({ id, ...slots }: { id: number } & CustomerViewSlots) {
  const { t } = useTranslation('customers')
  const navigate = useNavigate()
  const { data, error, refetch } = useRouteQuery('customers.get', { id }, { keepPrevious: true })

  if (error instanceof AppError && error.code === 'customers.not-found')
    return (
      <EmptyState
        text={t('page.notFound')}
        actions={<Button onClick={() => void navigate('/customers')}>{t('page.back')}</Button>}
      />
    )
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return <Loaded detail={data} {...slots} />
}

function Loaded({ detail, onLog, ...slots }: { detail: CustomerDetail } & CustomerViewSlots) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const navigate = useNavigate()
  const commands = useCustomerCommands()
  const position = usePosition(detail.id)
  const inBin = detail.deletedAt !== null
  const rights = useCustomerRights(detail.relation, inBin)
  const [wanted, setTab] = useState('activity')
  const tabs: CustomerTab[] = [
    ...(rights.readFollowUps
      ? [
          {
            key: 'activity',
            label: t('page.activity'),
            count: detail.followUpCount,
            content: slots.activity(detail),
          },
        ]
      : []),
    ...slots.tabs(detail),
    {
      key: 'profile',
      label: t('page.profile'),
      count: null,
      content: (
        <>
          <ProfileTab detail={detail} rights={rights} />
          <CustomRows detail={detail} />
          {slots.profile(detail)}
        </>
      ),
    },
  ]
  const tab = tabs.find(({ key }) => key === wanted) ?? tabs[0]
  const [giving, setGiving] = useState(false)
  const [editing, setEditing] = useState(false)
  const [erasing, setErasing] = useState(false)
  const [staging, setStaging] = useState<{ begin: StageQuestion | null } | null>(null)
  const chooseStage = useStageChoice()
  const target: CustomerTarget = { ids: [detail.id], name: detail.name }

  const log = () => {
    setTab('activity')
    onLog(detail.id)
  }
  useShortcut('n', log, { enabled: rights.log })
  useShortcut('e', () => setEditing(true), { enabled: rights.edit })
  useShortcut('s', () => setStaging({ begin: null }), { enabled: rights.edit })
  useShortcut('o', () => setGiving(true), { enabled: rights.transfer })
  useShortcut('[', () => position.previous?.())
  useShortcut(']', () => position.next?.())

  return (
    <div className={styles.page}>
      <PageBar
        position={position}
        archived={detail.archivedAt !== null}
        rights={rights}
        actions={{
          log,
          edit: () => setEditing(true),
          owner: () => setGiving(true),
          release: () => void commands.release(target.ids),
          claim: () => void commands.claim(target.ids),
          remove: () => void commands.remove(target.ids),
          erase: () => setErasing(true),
          archive: () =>
            void (detail.archivedAt === null
              ? commands.archive(target.ids)
              : commands.unarchive(target.ids)),
        }}
      />
      <PlaceBanner
        detail={detail}
        rights={rights}
        onRestore={() => void commands.restore(target.ids)}
        onUnarchive={() => void commands.unarchive(target.ids)}
      />
      {slots.banner(detail)}
      <NameBlock detail={detail} rights={rights} check={slots.check(detail, 'name')} />
      <StageStepper
        stage={detail.stage}
        steps={detail.stageSteps}
        onChoose={
          rights.edit
            ? async (stage) => {
                const begin = await chooseStage(target.ids, stage)
                if (begin) setStaging({ begin })
              }
            : null
        }
      />
      {detail.stage === 'lost' && detail.lostReason && (
        <p data-private className={styles.lost}>
          {t('page.lostReason', { reason: detail.lostReason })}
        </p>
      )}
      <FactsRow
        detail={detail}
        rights={rights}
        check={(field) => slots.check(detail, field)}
        onOwner={() => setGiving(true)}
      />
      <Tabs
        className={styles.tabs}
        activeKey={tab?.key}
        onChange={setTab}
        items={tabs.map(({ key, label, count }) => ({
          key,
          label:
            count === null ? (
              label
            ) : (
              <>
                {label} <span className={styles.count}>{format.count(count)}</span>
              </>
            ),
        }))}
      />
      <div className={styles.body}>
        <div className={styles.main} data-region tabIndex={-1}>
          {tab?.content}
        </div>
        <SideColumn
          detail={detail}
          rights={rights}
          tags={slots.tags(detail)}
          more={slots.side(detail, setTab)}
          onEdit={() => setEditing(true)}
        />
      </div>
      {editing && <CustomerDrawer id={detail.id} name="" onClose={() => setEditing(false)} />}
      {erasing && (
        <EraseDialog
          target={target}
          onClose={() => setErasing(false)}
          onDone={() => void navigate('/customers')}
        />
      )}
      {giving && (
        <OwnerDialog
          target={target}
          current={detail.pooledAt === null ? detail.ownerId : null}
          onClose={() => setGiving(false)}
        />
      )}
      {staging && (
        <StageDialog
          target={target}
          current={detail.stage}
          begin={staging.begin}
          onClose={() => setStaging(null)}
        />
      )}
    </div>
  )
}
