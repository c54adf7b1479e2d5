import { useTranslation } from 'react-i18next'
import type {
  AutomationAction,
  AutomationRuleInput,
  AutomationTrigger,
  Whom,
} from '@shared/features/automation/automation.schema'
import { useRouteQuery } from '@renderer/lib/client'
import { useConditionWords } from '@renderer/lib/condition-words'

type Rule = Pick<AutomationRuleInput, 'trigger' | 'conditions' | 'actions'>

/** Puts a rule into one sentence: 当 … 时，如果 …，就 …. */
export function useRuleWords() {
  const { t } = useTranslation(['automation', 'common', 'conditions'])
  const conditionWords = useConditionWords()
  const { data: known } = useRouteQuery('tags.list', {})
  const { data: own } = useRouteQuery('custom-fields.list', {})
  const { data: people } = useRouteQuery('ownership.listOwners', {})
  const tagName = (id: number) => known?.tags.find((tag) => tag.id === id)?.name ?? '…'
  const whomName = (whom: Whom) =>
    whom === 'owner'
      ? t('automation:owner')
      : (people?.owners.find(({ id }) => id === whom)?.name ?? '…')
  const list = (names: readonly string[]) => names.join(t('conditions:or'))

  function triggerWords(trigger: AutomationTrigger): string {
    switch (trigger.on) {
      case 'field': {
        const custom = trigger.customFieldIds.map(
          (id) => own?.fields.find((field) => field.id === id)?.name ?? '…',
        )
        const names = [
          ...trigger.fields.map((field) => t(`automation:watched.${field}`)),
          ...custom,
        ]
        return t('automation:when.field', { names: list(names) })
      }
      case 'stage':
        return t('automation:when.stage', {
          names: list(trigger.stages.map((stage) => t(`common:stage.${stage}`))),
        })
      case 'silence':
        return t('automation:when.silence', { count: trigger.days })
      case 'tag-added':
        return t('automation:when.tag-added', { names: list(trigger.tagIds.map(tagName)) })
      case 'created':
        return t('automation:when.created')
    }
  }

  function actionWords(action: AutomationAction): string {
    switch (action.do) {
      case 'task':
        return t('automation:then.task', {
          ...{ title: action.title, whom: whomName(action.assignee), count: action.inDays },
        })
      case 'add-tag':
      case 'remove-tag':
        return t(`automation:then.${action.do}`, { name: tagName(action.tagId) })
      case 'owner':
        return t('automation:then.owner', { name: whomName(action.userId) })
      case 'next-date':
        return t('automation:then.next-date', { note: action.note, count: action.inDays })
      case 'notice':
        return t('automation:then.notice', { whom: whomName(action.to), text: action.text })
    }
  }

  const actionsWords = (actions: readonly AutomationAction[]) =>
    actions.map(actionWords).join(t('automation:andThen'))
  return {
    actionsWords,
    sentenceOf: ({ trigger, conditions, actions }: Rule): string => {
      const asked = conditions.conditions.length + conditions.groups.length > 0
      return t(asked ? 'automation:sentenceIf' : 'automation:sentence', {
        ...{ when: triggerWords(trigger), then: actionsWords(actions) },
        if: asked ? conditionWords(conditions) : '',
      })
    },
  }
}
