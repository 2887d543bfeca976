import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'

/** What a proposed event is, fact by fact and language by language. */
export function ProposalOutline({ reader, outline }: { reader: Reader; outline: ExplainedChange[] }) {
  return (
    <FactList
      facts={outline.map(({ label, language, after }) => ({
        term: language ? `${label.join(' › ')} (${languageInWords(reader, language)})` : label.join(' › '),
        detail: (
          <span class="as-written" {...(language ? languageAttributes(reader, language) : {})}>
            {after}
          </span>
        ),
      }))}
    />
  )
}
