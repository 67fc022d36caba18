// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.launch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IStreamMonitor;

/** Text for the console. */
final class OutputStreamMonitor implements IStreamMonitor {
    private final StringBuilder contents = new StringBuilder();
    private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();

    synchronized void print(String text) {
        contents.append(text);
        listeners.forEach(it -> it.streamAppended(text, this));
    }

    @Override
    public void addListener(IStreamListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return contents.toString();
    }
}
