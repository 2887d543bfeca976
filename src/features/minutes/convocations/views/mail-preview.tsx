import type { Mail } from '../../../../platform/mail/mail.ts'
import { MailBody } from '../../../../ui/blocks/mail-body.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'

interface MailPreviewProps {
  mail: Mail
  count: number
  isOpen: boolean
}

/** A mail as it will be read in one language. */
export function MailPreview({ mail, count, isOpen }: MailPreviewProps) {
  const reader = useReader()
  return (
    <details class="mail-preview" open={isOpen}>
      <summary>
        {reader.t('minutes.convocation.inLanguage', {
          language: languageInWords(reader, mail.language),
          count,
        })}
      </summary>
      <p class="mail-preview-subject entry-title" {...languageAttributes(reader, mail.language)}>
        {mail.subject}
      </p>
      <MailBody language={mail.language} body={mail.body} isPreview />
    </details>
  )
}
