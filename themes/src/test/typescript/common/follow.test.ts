import { describe, expect, test, vi } from "vitest";
import { follow } from "../../../main/typescript/common";

describe("a link in a text", () => {
  const followed = (address: string) => {
    const opened = vi.spyOn(window, "open").mockReturnValue(null);
    const link = document.createElement("a");
    link.setAttribute("href", address);
    const event = { target: link, preventDefault: vi.fn() };
    follow(event, document.body);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    return opened;
  };

  test.each(["https://example.org/", "http://example.org/", "mailto:law@example.org", "tel:+8610"])(
    "opens elsewhere: %s",
    (address) => {
      expect(followed(address)).toHaveBeenCalledWith(address, "_blank", "noopener");
    },
  );

  test.each(["javascript:alert(1)", "data:text/html,x", "#nowhere"])("opens nothing that runs: %s", (address) => {
    expect(followed(address)).not.toHaveBeenCalled();
  });
});
