import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { shortNames } from '../../../../directory/index.ts'
import type { TalksRequest } from '../../call.ts'
import type { TalkMessage } from '../../queries.ts'

interface ConfirmPageProps extends TalksRequest {
  messages: TalkMessage[]
  action: string
}

/** What somebody is said to have sent, and the one button by which they say that it is theirs. */
export function ConfirmPage({ introduction, messages, action }: ConfirmPageProps) {
  const reader = useReader()
  const { t } = reader
  const authority = chooseName(shortNames(introduction.interested), reader.language).text
  return (
    <>
      <PageHeading lead={t('partners.introduction.toConfirm', { authority })}>
        {t('partners.introduction.confirmTitle')}
      </PageHeading>
      <p class="entry-title">
        <Passage text={introduction.wish.title} as="span" />
      </p>
      {messages.map((message) => (
        <blockquote key={message.id} class="as-written" {...languageAttributes(reader, message.language)}>
          {message.text}
        </blockquote>
      ))}
      <form method="post" action={action} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.introduction.confirmSending')}
          </button>
        </p>
      </form>
    </>
  )
}
