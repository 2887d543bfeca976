import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { longestMeans, longestReturns, longestText, longestTitle } from '../drafting-rules.ts'
import type { WishCall } from './wish-part.ts'

const fields = {
  title: {
    label: 'partners.wish.text.title',
    hint: 'partners.wish.form.titleHint',
    max: longestTitle,
    rows: 1,
    required: true,
  },
  text: {
    label: 'partners.wish.text.text',
    hint: 'partners.wish.form.textHint',
    max: longestText,
    rows: 6,
    required: true,
  },
  means: {
    label: 'partners.wish.text.means',
    hint: 'partners.wish.form.meansHint',
    max: longestMeans,
    rows: 3,
    required: false,
  },
  returns: {
    label: 'partners.wish.text.returns',
    hint: 'partners.wish.form.returnsHint',
    max: longestReturns,
    rows: 3,
    required: false,
  },
} as const

interface WishTextFieldProps {
  call: WishCall
  name: keyof typeof fields
}

/** A text of a wish in the languages of its network. */
export function WishTextField({ call, name }: WishTextFieldProps) {
  const { reader, network, document } = call
  const { label, hint, ...field } = fields[name]
  return (
    <LocalizedField
      name={name}
      label={reader.t(label)}
      hint={reader.t(hint)}
      languages={network.languages}
      text={document[name]}
      {...field}
    />
  )
}
