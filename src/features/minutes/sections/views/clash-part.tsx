import { isPassage } from '../../../../platform/records/record-document.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DifferenceSide } from '../../../../ui/text/difference.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { Clash } from '../editing/commands.ts'

/** Where somebody else changed the same passage meanwhile: theirs and mine side by side; what is saved next stands. */
export function ClashPart({ clash }: { clash: Clash }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Notice kind="warning" live>
        {t(clash.theirs ? 'minutes.text.clash' : 'minutes.text.clashRemoved')}
      </Notice>
      {clash.conflicts.map(({ path, mine, theirs }) => {
        const language = path.at(-1) ?? ''
        const [before, after] = [wordsOf(theirs), wordsOf(mine)]
        return (
          <div key={path.join('/')} class="side-by-side">
            <div>
              <h2>{t('minutes.text.theirs')}</h2>
              <p class="as-written" {...languageAttributes(reader, language)}>
                <DifferenceSide before={before} after={after} side="before" />
              </p>
            </div>
            <div>
              <h2>{t('minutes.text.mine')}</h2>
              <p class="as-written" {...languageAttributes(reader, language)}>
                <DifferenceSide before={before} after={after} side="after" />
              </p>
            </div>
          </div>
        )
      })}
    </>
  )
}

function wordsOf(value: Clash['conflicts'][number]['mine']): string {
  if (isPassage(value)) return value.text
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
