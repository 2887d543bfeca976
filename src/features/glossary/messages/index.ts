import en from './en.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }

export const glossaryMessages = { fr, ko, en }
