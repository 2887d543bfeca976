import type { ComponentChildren } from 'preact'
import { useReader } from '../../../../ui/reader.tsx'

interface DraftMenuProps {
  /** What the actions are for, for screen readers. */
  name: string | undefined
  verbs: readonly ('up' | 'down' | 'hide' | 'show' | 'remove' | 'reorder')[]
  /** The part, or the part and the item, that a button names. */
  of: string
  children: ComponentChildren
}

/** What an editor may do with a part or an item of a letter, behind one disclosure. */
export function DraftMenu({ name, verbs, of, children }: DraftMenuProps) {
  const { t } = useReader()
  return (
    <details class="letter-menu">
      <summary>
        {t('newsletter.issues.actions')}
        <span class="visually-hidden"> ({name})</span>
      </summary>
      <p class="part-actions">
        {children}
        {verbs.map((verb) => (
          <button key={verb} type="submit" class="button" name="action" value={`${verb} ${of}`}>
            {t(`newsletter.issues.part.${verb}`)}
          </button>
        ))}
      </p>
    </details>
  )
}
