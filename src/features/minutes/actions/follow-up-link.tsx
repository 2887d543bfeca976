import { addressFor } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'

interface FollowUpLinkProps {
  network: string
  action: { id: string }
}

/** A link to the form that says what became of an action. */
export function FollowUpLink({ network, action }: FollowUpLinkProps) {
  const reader = useReader()
  return (
    <p>
      <a class="button" href={addressFor(reader, `/${network}/meetings/actions/${action.id}`)}>
        {reader.t('minutes.action.follow')}
      </a>
    </p>
  )
}
