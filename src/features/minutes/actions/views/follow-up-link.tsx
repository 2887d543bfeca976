import { addressFor, type Reader } from '../../../../platform/i18n/reader.ts'

interface FollowUpLinkProps {
  reader: Reader
  network: string
  action: { id: string }
}

/** Where somebody says what became of an action. */
export function FollowUpLink({ reader, network, action }: FollowUpLinkProps) {
  return (
    <p>
      <a class="button" href={addressFor(reader, `/${network}/meetings/actions/${action.id}`)}>
        {reader.t('minutes.action.follow')}
      </a>
    </p>
  )
}
