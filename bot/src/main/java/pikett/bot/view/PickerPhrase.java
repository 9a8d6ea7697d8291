package pikett.bot.view;

import pikett.bot.language.Phrase;

/// Choosing one of several.
enum PickerPhrase implements Phrase {
    WHICH,
    SEVERAL,
    NONE,
    DID_YOU_MEAN,
    NOTHING_THERE,
    PREVIOUS,
    NEXT
}
