// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.eclipse.core.runtime.ILog;

/** Sends what the server logs to the error log of the workbench. */
final class ServerLog extends AppenderSkeleton {
    private ServerLog() {}

    /** Does nothing where somebody else has configured log4j. */
    static void toPlatform() {
        Logger root = Logger.getRootLogger();
        if (!root.getAllAppenders().hasMoreElements()) {
            root.setLevel(Level.WARN);
            root.addAppender(new ServerLog());
        }
    }

    @Override
    protected void append(LoggingEvent event) {
        Throwable thrown = event.getThrowableInformation() == null
                ? null
                : event.getThrowableInformation().getThrowable();
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            ILog.get().error(event.getRenderedMessage(), thrown);
        } else {
            ILog.get().warn(event.getRenderedMessage(), thrown);
        }
    }

    @Override
    public void close() {}

    @Override
    public boolean requiresLayout() {
        return false;
    }
}
