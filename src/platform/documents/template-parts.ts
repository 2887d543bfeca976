/** The colours of documents, and how Typst names their languages. */
export const colourParts = `#let (ink, muted, rule) = (rgb("#1c2430"), rgb("#545e6c"), rgb("#c9c5bc"))
#let (one, two) = (rgb("#1f4b8f"), rgb("#b3402e"))
#let language(tag) = lower(tag.split("-").first())`

/** How phrases and passages are set; they come as JSON, and are shown as strings. */
export const wordParts = String.raw`// Korean breaks between words only. Word by word: a rule for all text would nest a level deeper at each of them, and fail in a long paragraph.
#let hangul = regex("\p{Hangul}")
#let kept(words) = if words.contains(hangul) {
  words.split(" ").map(word => if word.contains(hangul) and word.clusters().len() <= 18 { box(word) } else { word }).join(" ")
} else { words }

// No word is wider than its column; an address is left whole, to be copied, as long as a line has room for it.
#let breakable(words, most) = words.replace(regex("[^\s]{" + str(most) + ",}"), word => word.text.clusters().join("\u{200b}"))

#let phrase(it) = {
  let words = kept(breakable(it.text, if "href" in it { 100 } else { 26 }))
  let shown = if "language" in it { text(lang: language(it.language), words) } else { words }
  let emphasis = it.at("emphasis", default: none)
  let styled = if emphasis == "strong" { text(weight: 600, shown) } else if emphasis == "quiet" { text(fill: muted, size: quietSize, shown) } else { shown }
  if "href" in it { link(it.href, styled) } else { styled }
}
#let passage(phrases) = phrases.map(phrase).join()`
