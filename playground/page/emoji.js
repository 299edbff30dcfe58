// Shortcodes as Slack writes them. A code that is not here is shown as it stands.

const TABLE = `
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 wave 👋 clap 👏 pray 🙏 raised_hands 🙌 raised_hand ✋ muscle 💪 point_right 👉 point_left 👈
point_up ☝️ point_down 👇 eyes 👀 speech_balloon 💬 thought_balloon 💭 smile 😄 slightly_smiling_face 🙂 grinning 😀 blush 😊 wink 😉 joy 😂
sweat_smile 😅 thinking_face 🤔 neutral_face 😐 worried 😟 cry 😢 sob 😭 disappointed 😞 relieved 😌 innocent 😇 heart ❤️ green_heart 💚
blue_heart 💙 yellow_heart 💛 purple_heart 💜 star ⭐ star2 🌟 sparkles ✨ tada 🎉 fire 🔥 zap ⚡ rocket 🚀 bulb 💡 100 💯
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ no_entry ⛔ no_entry_sign 🚫 warning ⚠️
exclamation ❗ heavy_exclamation_mark ❗ question ❓ grey_question ❔ grey_exclamation ❕ bangbang ‼️ information_source ℹ️ sos 🆘
rotating_light 🚨 bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 telephone_receiver 📞 phone ☎️ telephone ☎️ iphone 📱 calling 📲 pager 📟
email 📧 envelope ✉️ incoming_envelope 📨 inbox_tray 📥 outbox_tray 📤 mailbox 📫 package 📦 memo 📝 pencil 📝 pencil2 ✏️ clipboard 📋
page_facing_up 📄 page_with_curl 📃 bookmark_tabs 📑 notebook 📓 book 📖 books 📚 open_file_folder 📂 file_folder 📁 card_index 📇
card_file_box 🗃️ file_cabinet 🗄️ bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 calendar 📆 date 📅 spiral_calendar_pad 🗓️
pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 lock 🔒 unlock 🔓 key 🔑 mag 🔍 mag_right 🔎 microphone 🎤 studio_microphone 🎙️ speaker 🔈
clock1 🕐 clock2 🕑 clock3 🕒 clock4 🕓 clock5 🕔 clock6 🕕 clock7 🕖 clock8 🕗 clock9 🕘 clock10 🕙 clock11 🕚 clock12 🕛
alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ zzz 💤 moon 🌙 crescent_moon 🌙
full_moon 🌕 sunny ☀️ sunrise 🌅 night_with_stars 🌃 cloud ☁️ rainbow 🌈 snowflake ❄️ coffee ☕ house 🏠 house_with_garden 🏡 office 🏢 school 🏫
hospital 🏥 classical_building 🏛️ scales ⚖️ balance_scale ⚖️ car 🚗 bus 🚌 train 🚆 airplane ✈️ palm_tree 🌴 beach_with_umbrella 🏖️ world_map 🗺️
baby 👶 child 🧒 boy 👦 girl 👧 man 👨 woman 👩 older_woman 👵 older_man 👴 family 👪 bust_in_silhouette 👤 busts_in_silhouette 👥
people_holding_hands 🧑‍🤝‍🧑 pill 💊 syringe 💉 stethoscope 🩺 thermometer 🌡️ ambulance 🚑 police_car 🚓 cop 👮 shield 🛡️ teddy_bear 🧸 gift 🎁
red_circle 🔴 large_orange_circle 🟠 orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣
black_circle ⚫ white_circle ⚪ large_red_square 🟥 large_green_square 🟩 white_large_square ⬜ black_large_square ⬛
arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_forward ▶️ arrows_counterclockwise 🔄 repeat 🔁
leftwards_arrow_with_hook ↩️ arrow_right_hook ↪️ back 🔙 soon 🔜 new 🆕 heavy_plus_sign ➕ heavy_minus_sign ➖ white_small_square ▫️
black_small_square ▪️ small_blue_diamond 🔹 small_orange_diamond 🔸 one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ gear ⚙️ wrench 🔧 hammer 🔨
label 🏷️ bookmark 🔖 checkered_flag 🏁 triangular_flag_on_post 🚩 waving_white_flag 🏳️ seedling 🌱 herb 🌿 cherry_blossom 🌸 robot_face 🤖
writing_hand ✍️ handshake 🤝 see_no_evil 🙈 ear 👂 speaking_head_in_silhouette 🗣️ running 🏃 walking 🚶 raising_hand 🙋 shrug 🤷`;

const words = TABLE.trim().split(/\s+/);
const BY_NAME = new Map();
for (let at = 0; at + 1 < words.length; at += 2) BY_NAME.set(words[at], words[at + 1]);

/** The character for a shortcode, or null. Skin tones are dropped. */
export function emoji(name) {
  return BY_NAME.get(name.replace(/::skin-tone-\d$/, "")) || null;
}
