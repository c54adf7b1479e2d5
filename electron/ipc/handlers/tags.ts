import {
  archiveTags,
  createTag,
  deleteTags,
  insertStandardSet,
  unarchiveTags,
  updateTag,
} from '@db/repositories/tag-management'
import { previewTagRule, setTagRule } from '@db/repositories/tag-rules'
import { attachTags, detachTags, listTags } from '@db/repositories/tags'
import { mergeTags } from '@db/workflows/merge-tags'
import type { HandlersOf } from './types'

export const tagsHandlers = {
  'tags.list': (context) => ({ tags: listTags(context) }),
  'tags.attach': attachTags,
  'tags.detach': detachTags,
  'tags.create': createTag,
  'tags.update': updateTag,
  'tags.merge': mergeTags,
  'tags.archive': archiveTags,
  'tags.unarchive': unarchiveTags,
  'tags.delete': deleteTags,
  'tags.insertSet': insertStandardSet,
  'tags.setRule': setTagRule,
  'tags.previewRule': previewTagRule,
} satisfies HandlersOf<'tags'>
