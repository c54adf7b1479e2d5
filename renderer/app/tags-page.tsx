import { useNavigate } from 'react-router'
import { changeFilter, emptyFilter } from '@renderer/features/customers/list/list-store'
import { TagsPage as Tags } from '@renderer/features/tags/manage/tags-page'

/** The tags; the number of those who wear one leads to them in the list of customers. */
export function TagsPage() {
  const navigate = useNavigate()
  return (
    <Tags
      onShow={(tagId) => {
        changeFilter({ ...emptyFilter, tagIds: [tagId] })
        void navigate('/customers')
      }}
    />
  )
}
