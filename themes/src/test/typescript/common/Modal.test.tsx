import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Dialog, View } from "../../../main/typescript/common";
import { FakeServer } from "../support/fakeServer";
import { everything } from "../support/samples";
import { viewProps } from "../support/viewProps";

test("the cross of a dialog is called in the language of whoever is looking", async () => {
  new FakeServer().on("GET access", everything);
  render(
    <View {...viewProps} locale="zh-CN">
      <Dialog title="标题" onAct={() => undefined} onClose={() => undefined}>
        内容
      </Dialog>
    </View>,
  );

  expect(await screen.findByRole("button", { name: "关闭" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
});
