import { directionOf } from '../../platform/i18n/languages.ts'
import type { MailBlock, MailText } from '../../platform/mail/mail.ts'
import { type Passage, passageOf } from '../../platform/mail/rendering/passage.ts'
import { useReader } from '../reader.tsx'
import { languageAttributes } from '../text/language-attributes.ts'
import { FactList } from './fact-list.tsx'

interface MailBodyProps {
  language: string
  body: readonly MailBlock[]
  /** Before it is sent, its actions have no address yet. */
  isPreview?: boolean
}

/** The blocks of a mail on a page of the site: the mail’s own look needs inline styles, which no page allows. */
export function MailBody({ language, body, isPreview = false }: MailBodyProps) {
  const reader = useReader()
  return (
    <div class="mail-body" {...languageAttributes(reader, language)}>
      {body.map((block, index) => (
        <BlockPart key={index} block={block} language={language} isPreview={isPreview} />
      ))}
    </div>
  )
}

interface BlockPartProps {
  block: MailBlock
  language: string
  isPreview: boolean
}

function BlockPart({ block, language, isPreview }: BlockPartProps) {
  const say = (text: MailText) => passageOf(text, language)
  switch (block.kind) {
    case 'paragraph':
      return <Lines tag="p" passage={say(block.text)} />
    case 'heading':
      return <Lines tag="h3" passage={say(block.text)} />
    case 'smallPrint':
      return <Lines tag="p" class="quiet" passage={say(block.text)} />
    case 'quotation':
      return <Lines tag="blockquote" passage={say({ text: block.text, language: block.language })} />
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <Lines key={index} tag="li" passage={say(item)} />
          ))}
        </ul>
      )
    case 'facts':
      return (
        <FactList
          facts={block.facts.map(({ label, value }) => ({
            term: say(label).text,
            detail: <Lines tag="span" passage={say(value)} />,
          }))}
        />
      )
    case 'action':
      if (isPreview) return <p class="quiet">[{say(block.label).text}]</p>
      return (
        <p>
          <a class="button primary" href={block.address}>
            {say(block.label).text}
          </a>
          <span class="quiet mail-address">{block.address}</span>
        </p>
      )
  }
}

interface LinesProps {
  tag: 'p' | 'h3' | 'li' | 'span' | 'blockquote'
  class?: string
  passage: Passage
}

function Lines({ tag: Tag, class: className, passage: { text, language } }: LinesProps) {
  const spoken = language === null ? {} : { lang: language, dir: directionOf(language) }
  return (
    <Tag class={className ? `mail-words ${className}` : 'mail-words'} {...spoken}>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </Tag>
  )
}
