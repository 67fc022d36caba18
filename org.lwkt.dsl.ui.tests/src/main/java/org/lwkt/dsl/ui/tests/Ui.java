// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/** Drives the workbench from outside of its UI thread. */
final class Ui {
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final int POLL_MS = 50;
    /** What the workbench draws some time after it knows it. */
    private static final int SETTLE_MS = 1500;

    private Ui() {}

    /** Does something on the UI thread and waits for it. */
    static <T> T ui(Callable<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Display.getDefault().syncExec(() -> {
            try {
                result.set(task.call());
            } catch (Exception | Error e) {
                failure.set(e);
            }
        });
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return result.get();
    }

    /** Asks on the UI thread until the answer is accepted. */
    static <T> T await(String what, Callable<T> question, Predicate<T> accepted) {
        long end = System.nanoTime() + PATIENCE_NS;
        T answer = null;
        while (System.nanoTime() < end) {
            answer = ui(question);
            if (answer != null && accepted.test(answer)) {
                return answer;
            }
            sleep(POLL_MS);
        }
        throw new AssertionError("waited in vain for " + what + "; the last was: " + answer);
    }

    /** Sends the key events that the widget listens to; needs no focus and no window manager. */
    static void type(StyledText widget, String text) {
        ui(() -> {
            widget.setFocus();
            for (char c : text.toCharArray()) {
                key(widget, SWT.KeyDown, c);
                key(widget, SWT.KeyUp, c);
            }
            return null;
        });
    }

    private static void key(StyledText widget, int kind, char c) {
        Event event = new Event();
        event.type = kind;
        event.widget = widget;
        event.character = c == '\n' ? SWT.CR : c;
        event.keyCode = c == '\n' ? SWT.CR : Character.toLowerCase(c);
        widget.notifyListeners(kind, event);
    }

    /** Puts the pointer on the text at the offset and lets it rest there. */
    static void hover(StyledText widget, int offset) {
        ui(() -> {
            widget.getShell().forceActive();
            widget.setFocus();
            var place = widget.getLocationAtOffset(offset);
            Display.getDefault().setCursorLocation(widget.toDisplay(place.x + 2, place.y + widget.getLineHeight() / 2));
            return null;
        });
        await("the active window", () -> Display.getDefault().getActiveShell() == widget.getShell(), active -> active);
        sleep(300);
        for (int kind : new int[] {SWT.MouseMove, SWT.MouseHover}) {
            ui(() -> {
                var place = widget.toControl(Display.getDefault().getCursorLocation());
                Event event = new Event();
                event.type = kind;
                event.widget = widget;
                event.x = place.x;
                event.y = place.y;
                widget.notifyListeners(kind, event);
                return null;
            });
        }
    }

    /** Of the whole display, once it has come to rest. */
    static void screenshot(String name) {
        sleep(SETTLE_MS);
        Path file = Path.of(System.getProperty("lwkt.screenshots"), name + ".png");
        ui(() -> {
            Files.createDirectories(file.getParent());
            Display display = Display.getDefault();
            Rectangle bounds = display.getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC pixels = new GC(display);
            pixels.copyArea(image, 0, 0);
            pixels.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
            image.dispose();
            return null;
        });
    }

    static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
