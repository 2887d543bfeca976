import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { longestAlternative, longestLabel, longestText, longestTitle } from './editing/schema.ts'
import type { TextField } from './editing/texts-page.tsx'
import type { FreeKind, FreePart } from './issue.ts'

/** The text fields of an addition, by its kind; empty for a new one. */
export function contentFields(t: Translate, kind: FreeKind, part: FreePart | null): TextField[] {
  const none: LocalizedText = {}
  switch (kind) {
    case 'text': {
      const { title = none, text = none } = part?.kind === 'text' ? part : {}
      return [
        {
          name: 'title',
          label: t('newsletter.issues.field.heading'),
          text: title,
          max: longestTitle,
          rows: 1,
        },
        textField(t, text),
      ]
    }
    case 'quote':
      return [textField(t, part?.kind === 'quote' ? part.text : none)]
    case 'button': {
      const text = part?.kind === 'button' ? part.label : none
      const label = t('newsletter.issues.field.label')
      return [{ name: 'label', label, text, max: longestLabel, rows: 1, isRequired: true }]
    }
    case 'picture': {
      const { alternative = none, caption = none } = part?.kind === 'picture' ? part : {}
      const limits = { max: longestAlternative, rows: 2 }
      return [
        {
          name: 'alternative',
          label: t('newsletter.issues.field.alternative'),
          hint: t('newsletter.issues.field.alternativeHint'),
          text: alternative,
          isRequired: true,
          ...limits,
        },
        { name: 'caption', label: t('newsletter.issues.field.caption'), text: caption, ...limits },
      ]
    }
  }
}

function textField(t: Translate, text: LocalizedText): TextField {
  const hint = t('newsletter.issues.field.textHint')
  return {
    name: 'text',
    label: t('newsletter.issues.field.text'),
    hint,
    text,
    max: longestText,
    rows: 6,
    isRequired: true,
  }
}
