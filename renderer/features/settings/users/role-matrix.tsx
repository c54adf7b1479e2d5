import { useTranslation } from 'react-i18next'
import { roles } from '@shared/core/permissions'
import { Note } from '@renderer/components/note'
import { SectionTitle } from '@renderer/components/section-title'
import { PreviewMenu } from './preview-menu'
import styles from './role-matrix.module.css'
import { isPartly, matrixRows, verdictOf } from './role-matrix.rules'
import { VerdictMark } from './verdict-mark'

/** 每个角色能做什么: read off the one table of rights, and under it what roles cannot do (X15). */
export function RoleMatrix() {
  const { t } = useTranslation('users')
  return (
    <section className={styles.section}>
      <SectionTitle action={<PreviewMenu />}>{t('matrix.title')}</SectionTitle>
      <div className={styles.scroll} role="region" aria-label={t('matrix.title')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th aria-label={t('matrix.what')} />
              {roles.map((role) => (
                <th key={role} scope="col">
                  {t(`common:role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrixRows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{t(`matrix.row.${row.id}`)}</th>
                {roles.map((role) => (
                  <td key={role}>
                    <VerdictMark
                      verdict={verdictOf(role, row)}
                      {...(isPartly(role, row) ? { title: t('matrix.othersMasked') } : {})}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Note tone="info">{t('matrix.limit')}</Note>
    </section>
  )
}
