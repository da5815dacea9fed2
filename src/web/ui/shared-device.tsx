import type { Language } from "../../kernel/text.ts";
import type { HiddenValue } from "./form.tsx";

/** A device that several people use one after the other: how long it waits, and where it goes when nobody is there. */
export type SharedDevice = {
  readonly idleSeconds: number;
  readonly idleHref: string;
  /** POST address that prolongs the session; absent where nobody is signed in. */
  readonly extendUrl?: string | undefined;
  /** Who helps, in an assisted session. */
  readonly helper?: string | undefined;
};

/** Says at the foot of each page that the device forgets, and carries what the script needs to end in time. */
export const SharedDeviceNote = (props: { device: SharedDevice; csrf?: HiddenValue | undefined; lang: Language }) => {
  const { device, lang } = props;
  const minutes = Math.round(device.idleSeconds / 60);
  return (
    <div
      class="mc-session"
      data-idle-seconds={device.idleSeconds}
      data-idle-href={device.idleHref}
      data-extend-url={device.extendUrl}
      data-csrf-name={props.csrf?.name}
      data-csrf-value={props.csrf?.value}
    >
      {
        {
          vi: `Máy dùng chung: sau ${minutes} phút không thao tác, phiên tự kết thúc và máy không giữ lại gì.`,
          en: `Shared device: after ${minutes} minutes without use the session ends, and the device keeps nothing.`,
        }[lang]
      }
      {device.helper && (
        <>
          {" "}
          {{ vi: "Người hỗ trợ:", en: "Helped by:" }[lang]} {device.helper}.
        </>
      )}
    </div>
  );
};
