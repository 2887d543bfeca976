import { z } from 'zod'
import { ThemePicker } from '../../../../ui/form/theme-picker.tsx'
import { themeGroups, themes } from '../../../networks/index.ts'
import { severalOf } from '../../several.ts'
import { cooperationPart } from './cooperation-part.ts'

/** The themes of the tie, and those wished for beside it. */
export const themesForm = cooperationPart({
  key: 'themes',
  title: 'registry.cooperation.themes',
  lead: 'registry.form.themesLead',
  words: ({ reader, document }) =>
    document.themes
      .map(({ id, wished }) => {
        const words = reader.t(`networks.theme.${id}`)
        return wished ? reader.t('registry.form.wishedTheme', { theme: words }) : words
      })
      .join(', '),
  values: ({ document }) => ({
    themes: document.themes.flatMap(({ id, wished }) => (wished ? [] : [id])),
    wished: document.themes.flatMap(({ id, wished }) => (wished ? [id] : [])),
  }),
  schema: () => z.object({ themes: severalOf(themes), wished: severalOf(themes) }),
  write: ({ context, document }, typed) => {
    const chosen = [
      ...typed.themes.map((id) => ({ id, wished: false })),
      ...typed.wished.filter((id) => !typed.themes.includes(id)).map((id) => ({ id, wished: true })),
    ]
    const known = new Map(document.themes.map((theme) => [theme.id, theme]))
    // Existing themes keep their place.
    const order = [...document.themes.map(({ id }) => id), ...chosen.map(({ id }) => id)]
    return {
      ...document,
      themes: chosen
        .map((theme) => ({ ...theme, knownOn: known.get(theme.id)?.knownOn ?? context.today }))
        .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    }
  },
  form: ({ reader }) => (
    <>
      <ThemePicker
        name="themes"
        label={reader.t('registry.cooperation.themes')}
        groups={themeGroups(reader)}
      />
      <ThemePicker
        name="wished"
        label={reader.t('registry.cooperation.wished')}
        hint={reader.t('registry.form.wishedHint')}
        groups={themeGroups(reader)}
      />
    </>
  ),
})
