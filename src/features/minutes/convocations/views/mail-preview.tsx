import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Mail, MailBlock, MailText } from '../../../../platform/mail/mail.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'

interface MailPreviewProps {
  reader: Reader
  mail: Mail
  count: number
  isOpen: boolean
}

/** A mail as it will be read in one language. */
export function MailPreview({ reader, mail, count, isOpen }: MailPreviewProps) {
  return (
    <details class="mail-preview" open={isOpen}>
      <summary>
        {reader.t('minutes.convocation.inLanguage', {
          language: languageInWords(reader, mail.language),
          count,
        })}
      </summary>
      <div class="mail-preview-body" {...languageAttributes(reader, mail.language)}>
        <p class="entry-title">{mail.subject}</p>
        {mail.body.map((block, index) => (
          <Block key={index} reader={reader} block={block} />
        ))}
      </div>
    </details>
  )
}

function Block({ reader, block }: { reader: Reader; block: MailBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p class="entry-title">
          <Text reader={reader} text={block.text} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>
              <Text reader={reader} text={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <FactList
          facts={block.facts.map(({ label, value }) => ({
            term: label,
            detail: <Text reader={reader} text={value} />,
          }))}
        />
      )
    case 'action':
      return <p class="quiet">[{block.label}]</p>
    case 'quotation':
      return <blockquote>{block.text}</blockquote>
    default:
      return (
        <p>
          <Text reader={reader} text={block.text} />
        </p>
      )
  }
}

function Text({ reader, text }: { reader: Reader; text: MailText }) {
  if (typeof text === 'string') return <>{text}</>
  return <span {...languageAttributes(reader, text.language)}>{text.text}</span>
}
