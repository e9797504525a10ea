/** A small choice of what people say to a shop: the sign, and the words it is found by, its name first. */
export const EMOJI: readonly (readonly [sign: string, words: string])[] = `
🙂 slight smile happy
😀 grin happy glad
😄 big smile laugh
😂 tears of joy laugh funny
😅 nervous smile sweat phew
😊 warm smile blush thanks
😉 wink joke
😍 heart eyes love
🤩 star eyes wow great
😎 cool sunglasses
🤔 thinking hmm question
🤨 raised eyebrow doubt
😐 neutral meh
😕 confused unsure
🙁 slight frown sad
😢 crying sad tear
😭 sobbing sad cry
😠 angry mad
😤 huffing annoyed
😱 shocked scream
😴 sleeping tired
🤒 ill sick fever
🤯 mind blown wow
🥳 party celebrate birthday
🙃 upside down
😬 grimace awkward
🙈 see no evil oops
👍 thumbs up yes good ok
👎 thumbs down no bad
👌 ok hand perfect
👏 clapping bravo
🙌 raised hands hooray
🙏 folded hands please thanks
🤝 handshake deal agreed
👋 waving hello bye
💪 strong arm
🤞 crossed fingers luck hope
👀 eyes look
👉 pointing right
☝️ pointing up
❤️ red heart love
🧡 orange heart
💛 yellow heart
💚 green heart
💙 blue heart
💔 broken heart
✨ sparkles new
⭐ star
🔥 fire hot
🎉 party popper celebrate congratulations
🎁 gift present
🎂 cake birthday
🌸 flower blossom
☀️ sun weather
☕ coffee cup
🍕 pizza food
🐶 dog
🐱 cat
✅ check mark done yes
❌ cross no wrong
❓ question mark
❗ exclamation mark important
⚠️ warning caution
💡 light bulb idea
⏰ alarm clock time
📅 calendar date
📦 parcel package delivery
🚚 truck delivery shipping
💳 credit card payment
💶 money euro
🧾 receipt invoice bill
🏷️ label price discount
🛒 shopping cart basket
📞 telephone call
📧 e-mail mail
📷 camera photo
💻 laptop computer
📱 mobile phone
🔑 key password
🔒 lock secure
🏠 house home address
✈️ plane travel
`
  .trim()
  .split('\n')
  .map((line) => {
    const gap = line.indexOf(' ');
    return [line.slice(0, gap), line.slice(gap + 1)] as const;
  });
