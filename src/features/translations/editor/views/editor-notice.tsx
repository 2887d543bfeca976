import type { Trouble } from '../../../../platform/translation/translator.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'

/** What has just happened to the text. */
export type EditorNews =
  | { kind: 'saved' }
  /** Another person changed it meanwhile: its present text. */
  | { kind: 'changed'; now: string }
  /** The form holds a machine’s version; the text typed before is kept here. */
  | { kind: 'proposed'; provider: string; typed: string }
  | { kind: 'trouble'; trouble: Trouble }

interface EditorNoticeProps {
  news: EditorNews | undefined
  language: string
}

/** The latest event, announced to screen readers; nothing if there is none. */
export function EditorNotice({ news, language }: EditorNoticeProps) {
  const reader = useReader()
  const { t } = reader
  if (news === undefined) return null
  const quoted = (words: string) => (
    <blockquote class="written" {...languageAttributes(reader, language)}>
      {words}
    </blockquote>
  )
  switch (news.kind) {
    case 'saved':
      return (
        <Notice kind="done" live>
          <p>{t('translations.editor.saved')}</p>
        </Notice>
      )
    case 'changed':
      return (
        <Notice kind="warning" live>
          <p>{t('translations.editor.changed')}</p>
          {news.now === '' ? <p>{t('translations.editor.changedEmpty')}</p> : quoted(news.now)}
        </Notice>
      )
    case 'proposed':
      return (
        <Notice live>
          <p>{t('translations.editor.proposed', { provider: news.provider })}</p>
          {news.typed === '' ? null : (
            <>
              <p>{t('translations.editor.typedBefore')}</p>
              {quoted(news.typed)}
            </>
          )}
        </Notice>
      )
    case 'trouble':
      return (
        <Notice kind="warning" live>
          <p>{t(`translations.trouble.${news.trouble}`)}</p>
        </Notice>
      )
  }
}
